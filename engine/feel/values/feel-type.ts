import type { Machine } from '../machine.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'
import { FeelTime } from './feel-time.ts'
import type { FeelValue } from './feel-value.ts'
import { entryOf, type FeelKind, isList, isRecord, kindOf } from './kind-of.ts'
import { UTC } from './zone.ts'

/** A type of the language, as in `instance of`, parameters and item definitions. */
export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: FeelKind }
  | { readonly kind: 'list'; readonly item: FeelType }
  | { readonly kind: 'range'; readonly item: FeelType }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, FeelType> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[] | null }
  | { readonly kind: 'allowed'; readonly base: FeelType; readonly admits: (value: FeelValue) => boolean }

export const ANY: FeelType = { kind: 'any' }

const SIMPLE = new Map<string, FeelType>(
  (
    [
      ['number', 'number'],
      ['string', 'string'],
      ['boolean', 'boolean'],
      ['date', 'date'],
      ['time', 'time'],
      ['date and time', 'date and time'],
      ['dateTime', 'date and time'],
      ['days and time duration', 'days and time duration'],
      ['dayTimeDuration', 'days and time duration'],
      ['years and months duration', 'years and months duration'],
      ['yearMonthDuration', 'years and months duration'],
      ['Null', 'null'],
    ] as const
  ).map(([name, kind]) => [name, { kind: 'simple', name: kind }]),
)

/** The built-in type of a name; undefined when there is none. */
export function builtinType(name: string): FeelType | undefined {
  if (name === 'Any') return ANY
  if (name === 'list') return { kind: 'list', item: ANY }
  if (name === 'range') return { kind: 'range', item: ANY }
  if (name === 'context') return { kind: 'context', entries: new Map() }
  if (name === 'function') return { kind: 'function', parameters: null }
  return SIMPLE.get(name)
}

/**
 * Whether a value is of a type. Null is of every type where `nullable`, which `instance of` does not want. Each
 * part looked at is paid for, as parts may be shared.
 */
export function conformsTo(machine: Machine, value: FeelValue, type: FeelType, nullable = true): boolean {
  machine.spend(1)
  if (value === null) return nullable || (type.kind === 'simple' && type.name === 'null')
  switch (type.kind) {
    case 'any':
      return true
    case 'simple':
      return kindOf(value) === type.name
    case 'list':
      return isList(value) && value.every((item) => conformsTo(machine, item, type.item))
    case 'range':
      return (
        value instanceof FeelRange &&
        conformsTo(machine, value.start, type.item) &&
        conformsTo(machine, value.end, type.item)
      )
    case 'context':
      return isRecord(value) && entriesConform(machine, value, type.entries)
    case 'function':
      return (
        value instanceof FeelFunction &&
        (type.parameters?.length ?? value.parameters.length) === value.parameters.length
      )
    case 'allowed':
      return conformsTo(machine, value, type.base) && type.admits(value)
  }
}

function entriesConform(
  machine: Machine,
  record: { readonly [name: string]: FeelValue },
  entries: ReadonlyMap<string, FeelType>,
): boolean {
  for (const [name, type] of entries) {
    const entry = entryOf(record, name)
    if (entry === undefined || !conformsTo(machine, entry, type)) return false
  }
  return true
}

/** The type without its allowed values, which `instance of` does not ask for. */
export function withoutAllowed(type: FeelType): FeelType {
  switch (type.kind) {
    case 'allowed':
      return withoutAllowed(type.base)
    case 'list':
    case 'range':
      return { kind: type.kind, item: withoutAllowed(type.item) }
    case 'context':
      return {
        kind: 'context',
        entries: new Map([...type.entries].map(([name, entry]) => [name, withoutAllowed(entry)])),
      }
    default:
      return type
  }
}

/**
 * The value where one of that type is wanted: a single item where a list is wanted becomes a list, a list of one where
 * its item is wanted becomes that item, a date where a date and time is wanted its midnight UTC; undefined when the value
 * does not conform.
 */
export function coerceTo(machine: Machine, value: FeelValue, type: FeelType): FeelValue | undefined {
  if (conformsTo(machine, value, type)) return value
  if (isList(value) && value.length === 1) {
    const item = value[0] ?? null
    if (conformsTo(machine, item, type)) return item
  }
  if (conformsTo(machine, [value], type)) return [value]
  if (!(value instanceof FeelDate)) return undefined
  const midnight = new FeelDateTime(value, FeelTime.ofSeconds(0, 0, UTC))
  return conformsTo(machine, midnight, type) ? midnight : undefined
}
