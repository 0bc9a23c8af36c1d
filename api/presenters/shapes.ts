/** How engine values are written on the wire. */

/** Epoch milliseconds as ISO 8601. */
export const time = (at: number): string => new Date(at).toISOString()
export const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at))
export const keyText = (key: number): string => String(key)

/** A key from a path that its schema has checked to be decimal digits. */
export const keyNumber = (text: string): number => Number(text)
