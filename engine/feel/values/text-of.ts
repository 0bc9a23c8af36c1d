import type { Machine } from '../machine.ts'
import { FeelFunction } from './feel-function.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelRecord, FeelValue } from './feel-value.ts'
import { entryOf, isList, isRecord } from './kind-of.ts'

/** The text that `string(value)` yields; inner texts are quoted. Costs a step per item and per few characters. */
export function textOf(machine: Machine, value: FeelValue): string {
  return typeof value === 'string' ? value : innerText(machine, value)
}

/** The start of the text, for messages. */
export const describeValue = (machine: Machine, value: FeelValue): string =>
  innerText(machine, value).slice(0, 80)

function innerText(machine: Machine, value: FeelValue): string {
  machine.spend(4)
  if (typeof value === 'string') return quoted(machine, value)
  if (typeof value === 'number') {
    machine.spend(12)
    return numberText(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((item) => innerText(machine, item)).join(', ')}]`
  if (value instanceof FeelRange) return rangeText(machine, value)
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`
  if (isRecord(value)) return recordText(machine, value)
  machine.spend(TEMPORAL_STEPS)
  return String(value)
}

const TEMPORAL_STEPS = 20

/** Digits without an exponent up to 1e21, as JavaScript writes them beyond that. */
const numberText = (value: number): string => String(value === 0 ? 0 : value)

function quoted(machine: Machine, text: string): string {
  machine.spend(text.length >> 3)
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

function recordText(machine: Machine, record: FeelRecord): string {
  const entries = Object.keys(record).map(
    (name) => `${entryName(machine, name)}: ${innerText(machine, entryOf(record, name) ?? null)}`,
  )
  return `{${entries.join(', ')}}`
}

/** Names with punctuation are quoted, or the text could not be read again. */
const entryName = (machine: Machine, name: string): string =>
  /[{}[\]():,"]/.test(name) || name === '' ? quoted(machine, name) : name

function rangeText(machine: Machine, range: FeelRange): string {
  if (range.point !== null) return `${range.point} ${innerText(machine, range.start)}`
  const start = range.start === null ? '' : innerText(machine, range.start)
  const end = range.end === null ? '' : innerText(machine, range.end)
  return `${range.startIncluded ? '[' : '('}${start}..${end}${range.endIncluded ? ']' : ')'}`
}
