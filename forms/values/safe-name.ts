/** Names that reach an object's prototype; no field, row or variable may be called so. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype'])

export const isDangerousName = (name: string): boolean => dangerous.has(name)

const nameShape = /^[\p{L}_$][\p{L}\p{M}\p{N}_$-]{0,99}$/u

/** True when the text can be one step of a field's key: a letter first, at most 100 characters, not dangerous. */
export const isSafeName = (name: string): boolean => nameShape.test(name) && !isDangerousName(name)
