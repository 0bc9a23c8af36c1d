/** Of an uneven number the middle one, of an even number the mean of both in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('expected at least one value for a median, got none')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

/** The value below which the part `of` lies: 0.99 for the slowest of a hundred. */
export function quantile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * of))
  const value = sorted[at]
  if (value === undefined) throw new Error('expected at least one value for a quantile, got none')
  return value
}
