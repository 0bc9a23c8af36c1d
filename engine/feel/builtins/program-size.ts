/** The next piece of a pattern: an escape, a class, a counted repetition, or one character. */
const PIECE = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[[^\]]*\]|[^\]\\])*\]|\{(\d{1,4})(?:,(\d{0,4}))?\}|[\s\S]/gu

/**
 * How many instructions a pattern becomes at most. Counted repetitions copy what they repeat, and may be nested, so a
 * short pattern may be a large program.
 */
export function programSize(pattern: string): number {
  const open: number[] = [0]
  let last = 0
  const add = (size: number): void => {
    last = size
    open.push((open.pop() ?? 0) + size)
  }
  for (const [piece, low, high] of pattern.matchAll(PIECE)) {
    if (low !== undefined) {
      const copies = Math.max(1, Number(low), Number(high ?? 0))
      const whole = last * copies
      // The first copy was counted already.
      add(whole - last)
      last = whole
    } else if (piece === '(') open.push(0)
    else if (piece === ')' && open.length > 1) add((open.pop() ?? 0) + 2)
    else add(1)
  }
  return open.reduce((sum, size) => sum + size, 1)
}
