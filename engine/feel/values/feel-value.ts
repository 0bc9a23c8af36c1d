import type { DaysTimeDuration } from './days-time-duration.ts'
import type { FeelDate } from './feel-date.ts'
import type { FeelDateTime } from './feel-date-time.ts'
import type { FeelFunction } from './feel-function.ts'
import type { FeelRange } from './feel-range.ts'
import type { FeelTime } from './feel-time.ts'
import type { YearsMonthsDuration } from './years-months-duration.ts'

/** A FEEL list; positions count from 1 in the language, from 0 here. */
export type FeelList = readonly FeelValue[]

/** A FEEL context. Read it with `entryOf` only: it may be a host object with a prototype. */
export interface FeelRecord {
  readonly [name: string]: FeelValue
}

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration

/** Everything an expression can yield: JSON values, temporal values, ranges, functions. */
export type FeelValue =
  | null
  | boolean
  | number
  | string
  | FeelList
  | FeelRecord
  | FeelTemporal
  | FeelRange
  | FeelFunction
