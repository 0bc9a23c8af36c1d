/** Longest text a form stores, in bytes of UTF-8. */
export const maximumTextBytes = 65_536

const encoder = new TextEncoder()
/** A half of a surrogate pair alone: no database column and no JSON reader agrees on what it means. */
const loneSurrogate = /\p{Surrogate}/u

/** True for text that every store and every reader takes: no NUL, no broken surrogates. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !loneSurrogate.test(text)

export const exceedsTextLimit = (text: string): boolean =>
  text.length > maximumTextBytes || encoder.encode(text).length > maximumTextBytes
