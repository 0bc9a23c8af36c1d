/** Where a page ended: the value it is ordered by, and the key. */
export type Position = readonly [value: string | number | null, key: number]

export const writeCursor = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url')

/** Null for a text that `writeCursor` did not make: the beginning is a fair answer to an edited address. */
export function readCursor(text: string | undefined): Position | null {
  if (text === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(parts)) return null
    const [value, key]: unknown[] = parts
    const isValue = value === null || typeof value === 'string' || typeof value === 'number'
    return isValue && typeof key === 'number' && Number.isSafeInteger(key) ? [value, key] : null
  } catch {
    return null
  }
}
