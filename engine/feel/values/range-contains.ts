import { compareValues } from './compare-values.ts'
import type { FeelRange } from './feel-range.ts'
import type { FeelValue } from './feel-value.ts'

/** Whether a value lies in a range; null when it has no order with an end. An open end admits everything. */
export function rangeContains(range: FeelRange, value: FeelValue): boolean | null {
  if (value === null) return null
  if (range.point === '!=') return unlike(compareValues(value, range.start))
  const afterStart =
    range.start === null ? true : beyond(compareValues(value, range.start), range.startIncluded)
  const beforeEnd = range.end === null ? true : beyond(compareValues(range.end, value), range.endIncluded)
  if (afterStart === null || beforeEnd === null) return null
  return afterStart && beforeEnd
}

const unlike = (order: number | null): boolean | null => (order === null ? null : order !== 0)

const beyond = (order: number | null, included: boolean): boolean | null =>
  order === null ? null : order > 0 || (included && order === 0)
