import {
  describeValue,
  entryOf,
  equalValues,
  isList,
  isRecord,
  Machine,
  recordOf,
} from '../../engine/feel/embedding.ts'
import {
  type FeelValue,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../../engine/feel/index.ts'
import type { TckValue } from './tck-cases.ts'

/** A value of the kit as a FEEL value. */
export function feelValueOf(value: TckValue): FeelValue {
  switch (value.kind) {
    case 'nil':
      return null
    case 'list':
      return value.items.map(feelValueOf)
    case 'parts':
      return recordOf([...value.parts].map(([name, part]) => [name, feelValueOf(part)]))
    case 'simple':
      return simpleValue(value.type, value.text)
  }
}

function simpleValue(type: string, text: string): FeelValue {
  switch (type) {
    case 'decimal':
    case 'double':
    case 'integer':
      return Number(text)
    case 'boolean':
      return text.trim() === 'true'
    case 'date':
      return parseDate(text.trim())
    case 'time':
      return parseTime(text.trim())
    case 'dateTime':
      return parseDateTime(text.trim())
    case 'duration':
      return parseDuration(text.trim())
    default:
      return text
  }
}

/** How far numbers may differ: the kit's own runner allows as much. */
const TOLERANCE = 1e-8

/** Whether an outcome is the expected one. */
export function isExpected(actual: FeelValue, expected: FeelValue): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
  }
  if (isList(actual) && isList(expected)) {
    return (
      actual.length === expected.length && actual.every((item, i) => isExpected(item, expected[i] ?? null))
    )
  }
  if (isRecord(actual) && isRecord(expected)) {
    const names = Object.keys(expected)
    if (names.length !== Object.keys(actual).length) return false
    return names.every((name) => isExpected(entryOf(actual, name) ?? null, entryOf(expected, name) ?? null))
  }
  return equalValues(new Machine(() => undefined, { now: 0, zone: 'UTC' }), actual, expected) === true
}

/** A value in a report. */
export const showValue = (value: FeelValue): string =>
  describeValue(new Machine(() => undefined, { now: 0, zone: 'UTC' }), value)
