/** What libsql can be given without aborting the process or changing the value. */
export type Bindable = string | number | bigint | null | Buffer

/** A value cannot be kept by SQLite as it is. */
class UnbindableValue extends Error {
  readonly code = 'unbindable_value'
  constructor(got: string, remedy: string) {
    super(`expected text, a number, a date, a boolean, bytes or null for the database, got ${got}: ${remedy}`)
    this.name = 'UnbindableValue'
  }
}

/**
 * Makes a value safe to bind: the driver aborts the process on booleans, throws on dates, cuts text at a NUL and binds
 * every number as a float (in a text column 5 would become "5.0").
 * @throws UnbindableValue
 */
export function bindable(value: unknown): Bindable {
  if (typeof value === 'string') return textWithoutNul(value)
  if (typeof value === 'number') return bindableNumber(value)
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (typeof value === 'bigint' || Buffer.isBuffer(value)) return value
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', ' +00:00')
  throw new UnbindableValue(typeof value, 'turn it into JSON text first')
}

/** @throws UnbindableValue */
export function textWithoutNul(text: string): string {
  if (text.includes('\0'))
    throw new UnbindableValue('text with a NUL character', 'remove the character U+0000')
  return text
}

function bindableNumber(value: number): Bindable {
  if (Number.isSafeInteger(value)) return BigInt(value)
  if (Number.isInteger(value) || !Number.isFinite(value))
    throw new UnbindableValue(`the number ${value}`, 'use integers up to 2^53 − 1, or text')
  return value
}
