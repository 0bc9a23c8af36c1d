import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelRecord, FeelValue } from './feel-value.ts'
import { entryOf, isList, isRecord } from './kind-of.ts'

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/**
 * A value as JSON, for storing as a process variable. Temporal values become ISO 8601 texts, a range becomes
 * `{ start, end, startIncluded, endIncluded }`, a function becomes null, as nothing of it can be stored. The value must
 * come from an evaluation, which has paid for its size, or from JSON.
 */
export function toJson(value: FeelValue): JsonValue {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(toJson)
  if (isRecord(value)) return recordJson(value)
  if (value instanceof FeelRange) return rangeJson(value)
  return value instanceof FeelFunction || !hasText(value) ? null : value.toString()
}

/** Host instances that slipped into a variable have no JSON of ours. */
const hasText = (value: object): boolean => Object.hasOwn(Object.getPrototypeOf(value) ?? {}, 'toString')

function recordJson(record: FeelRecord): JsonValue {
  const json: Record<string, JsonValue> = {}
  for (const name of Object.keys(record)) {
    // Plain assignment of `__proto__` would set the prototype instead of an entry.
    Object.defineProperty(json, name, {
      value: toJson(entryOf(record, name) ?? null),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return json
}

const rangeJson = (range: FeelRange): JsonValue => ({
  start: toJson(range.start),
  end: toJson(range.end),
  startIncluded: range.startIncluded,
  endIncluded: range.endIncluded,
})
