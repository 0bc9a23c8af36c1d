import type { Key } from '../../engine/index.ts'

/** A key that no row has: looking for it finds nothing. */
const NO_KEY: Key = 0

/** The engine's key for a well-formed key of a request; larger than 2^53 is a key that was never given out. */
export function keyOf(text: string): Key {
  const key = Number(text)
  return Number.isSafeInteger(key) ? key : NO_KEY
}

export const keyText = (key: Key): string => String(key)
/** 0 stands for "none" in rows. */
export const keyTextOrNone = (key: Key): string | undefined => (key === NO_KEY ? undefined : String(key))

export const timeText = (at: number): string => new Date(at).toISOString()
export const timeTextOrNone = (at: number | null): string | undefined =>
  at === null ? undefined : timeText(at)
