/** Where a page ended: the last row's value of the sort column, and its id. */
export interface Cursor {
  readonly value: string | number
  readonly id: string | number
}

export const writeCursor = (value: string | number, id: string | number): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** Null for a text that `writeCursor` did not make: people edit addresses, and the beginning is a fair answer. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const parts = parse(Buffer.from(text, 'base64url').toString())
  if (!Array.isArray(parts)) return null
  const [value, id]: unknown[] = parts
  return isSimple(value) && isSimple(id) ? { value, id } : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isSimple = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))
