import { DaysTimeDuration } from './days-time-duration.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'
import { FeelTime } from './feel-time.ts'
import type { FeelList, FeelRecord, FeelValue } from './feel-value.ts'
import { YearsMonthsDuration } from './years-months-duration.ts'

export type FeelKind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'

/** The type of a value in the words of the standard. */
export function kindOf(value: FeelValue): FeelKind {
  if (value === null) return 'null'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return isList(value) ? 'list' : objectKind(value)
}

function objectKind(value: object): FeelKind {
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof DaysTimeDuration) return 'days and time duration'
  if (value instanceof YearsMonthsDuration) return 'years and months duration'
  if (value instanceof FeelRange) return 'range'
  if (value instanceof FeelFunction) return 'function'
  // A host's class instance is nothing an expression may look into.
  return isPlain(value) ? 'context' : 'null'
}

export const isList = (value: unknown): value is FeelList => Array.isArray(value)

/** A context: a plain object of any realm, never an instance of a class. */
export const isRecord = (value: FeelValue | undefined): value is FeelRecord =>
  typeof value === 'object' && value !== null && !isList(value) && isPlain(value)

/** Plain objects have no prototype, or one that has none itself (each realm has its own Object.prototype). */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null)
}

/** An entry of a context, undefined when it has none of that name. Inherited properties do not exist here. */
export function entryOf(record: FeelRecord, name: string): FeelValue | undefined {
  return Object.hasOwn(record, name) ? admit(record[name]) : undefined
}

/** A host value as a FEEL value: what FEEL has no type for is null. */
export function admit(value: unknown): FeelValue {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'string':
    case 'boolean':
      return value
    case 'object':
      // Every object is admitted; kindOf and isRecord decide what may be read of it.
      return value as FeelValue
    default:
      return null
  }
}

/** Builds a context; it has no prototype, so that no name is special. */
export function recordOf(entries: Iterable<readonly [string, FeelValue]>): FeelRecord {
  const record: Record<string, FeelValue> = Object.create(null)
  for (const [name, value] of entries) record[name] = value
  return record
}
