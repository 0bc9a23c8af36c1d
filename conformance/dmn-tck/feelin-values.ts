import {
  evaluate,
  isRange,
  FeelDate as TheirDate,
  FeelDateTime as TheirDateTime,
  FeelDuration as TheirDuration,
  FeelTime as TheirTime,
} from 'feelin'
import { entryOf, isList, isRecord, recordOf } from '../../engine/feel/embedding.ts'
import {
  FeelRange,
  type FeelValue,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../../engine/feel/index.ts'

/** A value as feelin has it. */
export function toFeelin(value: FeelValue): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(toFeelin)
  if (isRecord(value)) {
    const entries = Object.keys(value).map((name) => [name, toFeelin(entryOf(value, name) ?? null)])
    return Object.fromEntries(entries)
  }
  return evaluate(`@"${String(value)}"`).value
}

/** What feelin answered; what it has no value for is null, as for us. */
export function fromFeelin(value: unknown): FeelValue {
  if (value instanceof TheirDate) return parseDate(value.toString())
  if (value instanceof TheirTime) return parseTime(value.toString())
  if (value instanceof TheirDateTime) return parseDateTime(value.toString())
  if (value instanceof TheirDuration) return parseDuration(value.toString())
  if (isRange(value)) return fromRange(value)
  if (Array.isArray(value)) return value.map(fromFeelin)
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'string':
    case 'boolean':
      return value
    case 'object':
      return value === null
        ? null
        : recordOf(Object.entries(value).map(([name, part]) => [name, fromFeelin(part)]))
    default:
      return null
  }
}

const fromRange = (range: {
  start: unknown
  end: unknown
  'start included': boolean
  'end included': boolean
}): FeelRange =>
  new FeelRange(
    fromFeelin(range.start),
    fromFeelin(range.end),
    range['start included'],
    range['end included'],
  )
