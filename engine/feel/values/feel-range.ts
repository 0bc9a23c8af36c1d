import type { FeelValue } from './feel-value.ts'

/** Ranges written as `= 5` and `!= 5` are of their own kind: the first differs from `[5..5]`. */
export type PointOperator = '=' | '!='

/** An interval. A null end stands open: `> 5` is the range from 5, excluded, without an end. */
export class FeelRange {
  readonly start: FeelValue
  readonly end: FeelValue
  readonly startIncluded: boolean
  readonly endIncluded: boolean
  /** How a range of one point was written; null for all others. */
  readonly point: PointOperator | null

  constructor(
    start: FeelValue,
    end: FeelValue,
    startIncluded: boolean,
    endIncluded: boolean,
    point: PointOperator | null = null,
  ) {
    this.start = start
    this.end = end
    this.startIncluded = startIncluded
    this.endIncluded = endIncluded
    this.point = point
  }
}
