import {
  admit,
  coerceTo,
  entryOf,
  type FeelType,
  isList,
  isRecord,
  type Machine,
  recordOf,
} from '../../feel/embedding.ts'
import { type FeelValue, parseDate, parseDateTime, parseDuration, parseTime } from '../../feel/index.ts'

/**
 * A value from outside as the model's type wants it: JSON has no dates, so their texts are read.
 * @returns undefined when it does not fit
 */
export const adaptValue = (machine: Machine, value: unknown, type: FeelType): FeelValue | undefined =>
  coerceTo(machine, parsed(admit(value), type), type)

/** The same, with null for what does not fit. */
export const receiveValue = (machine: Machine, value: unknown, type: FeelType): FeelValue =>
  adaptValue(machine, value, type) ?? null

function parsed(value: FeelValue, type: FeelType): FeelValue {
  if (type.kind === 'allowed') return parsed(value, type.base)
  if (type.kind === 'simple')
    return typeof value === 'string' ? (parsedText(value, type.name) ?? value) : value
  if (type.kind === 'list')
    return isList(value) ? value.map((item) => parsed(item, type.item)) : parsed(value, type.item)
  if (type.kind !== 'context' || !isRecord(value)) return value
  return recordOf(
    Object.keys(value).map((name) => {
      const entry = entryOf(value, name) ?? null
      const wanted = type.entries.get(name)
      return [name, wanted === undefined ? entry : parsed(entry, wanted)] as const
    }),
  )
}

function parsedText(text: string, kind: string): FeelValue {
  switch (kind) {
    case 'date':
      return parseDate(text)
    case 'time':
      return parseTime(text)
    case 'date and time':
      return parseDateTime(text)
    case 'days and time duration':
    case 'years and months duration':
      return parseDuration(text)
    default:
      return null
  }
}
