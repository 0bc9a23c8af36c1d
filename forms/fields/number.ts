import { fail, ok, type Result } from '../../engine/result.ts'
import {
  compareDecimal,
  type Decimal,
  formatDecimal,
  isMultipleOf,
  parseDecimal,
  significantScale,
} from '../decimal/decimal.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { type Bound, boundOf } from '../rules/rule.ts'
import { type FieldFault, fault } from '../submission/field-error.ts'
import type { JsonValue } from '../values/json-value.ts'
import { plainNumber } from '../values/plain-number.ts'
import type { FieldType } from './field-type.ts'

export interface NumberSettings {
  readonly min: Bound
  readonly max: Bound
  /** Digits allowed after the point, null for any. */
  readonly decimalDigits: number | null
  /** The value must be a whole multiple of it, as decimal text; null for any. */
  readonly step: string | null
  /** Stored as decimal text, so that no digit is lost. */
  readonly asText: boolean
}

/** A number: JSON number, or text with the digits of any language. Stored as number, or as text with `serializeToString`. */
export const number: FieldType<'number'> = {
  kind: 'number',
  holdsValue: true,
  parse: (reader) => ({
    min: reader.bound('validate.min', reader.at('validate', 'min')),
    max: reader.bound('validate.max', reader.at('validate', 'max')),
    decimalDigits: reader.count('decimalDigits', reader.at('decimalDigits')),
    step: parseStep(reader.at('increment'), (got) => reader.invalid('increment', 'a number above 0', got)),
    asText: reader.flag('serializeToString'),
  }),
  empty: null,
  isMissing: (value) => value === null,
  normalise(raw, settings) {
    if (raw === null || raw === undefined || raw === '') return ok(null)
    const decimal = readDecimal(raw)
    if (decimal === null) return fail(fault('not_a_number'))
    return settings.asText ? ok(formatDecimal(decimal)) : asNumber(decimal)
  },
  validate: (value, settings, context) => validateNumber(value, settings, context),
  display: (value, settings, language) => {
    if (value === null) return ''
    const format = new Intl.NumberFormat(language, {
      minimumFractionDigits: Math.min(settings.decimalDigits ?? 0, 12),
      maximumFractionDigits: Math.min(settings.decimalDigits ?? 12, 12),
    })
    return format.format(decimalText(value))
  },
}

/** Intl formats decimal text digit by digit, though its type speaks of numeric literals only. */
export const decimalText = (value: JsonValue): `${number}` => String(value) as `${number}`

/** The number that a submitted JSON number or text stands for; null when it is none. */
export function readDecimal(raw: unknown): Decimal | null {
  if (typeof raw === 'number') return parseDecimal(String(raw))
  const text = typeof raw === 'string' ? plainNumber(raw) : null
  return text === null ? null : parseDecimal(text)
}

/** Refuses what a float would silently change: more than about 15 digits. */
function asNumber(decimal: Decimal): Result<number, FieldFault> {
  const value = Number(formatDecimal(decimal))
  const kept = parseDecimal(String(value))
  return kept !== null && compareDecimal(kept, decimal) === 0 ? ok(value) : fail(fault('too_precise'))
}

function validateNumber(value: JsonValue, settings: NumberSettings, context: FieldContext): FieldFault[] {
  const decimal = parseDecimal(String(value))
  if (decimal === null) return [fault('not_a_number')]
  const digits = settings.decimalDigits
  const step = settings.step === null ? null : parseDecimal(settings.step)
  return [
    ...boundFaults(decimal, settings.min, settings.max, context),
    ...(digits !== null && significantScale(decimal) > digits
      ? [fault('too_many_decimals', { max: digits })]
      : []),
    ...(step !== null && !isMultipleOf(decimal, step)
      ? [fault('not_a_step', { step: formatDecimal(step) })]
      : []),
  ]
}

/** Faults of a value outside its bounds, compared digit by digit. */
export function boundFaults(value: Decimal, min: Bound, max: Bound, context: FieldContext): FieldFault[] {
  const least = boundOf(min, context)
  const most = boundOf(max, context)
  return [
    ...(least !== null && compareToNumber(value, least) < 0 ? [fault('too_small', { min: least })] : []),
    ...(most !== null && compareToNumber(value, most) > 0 ? [fault('too_large', { max: most })] : []),
  ]
}

function compareToNumber(value: Decimal, bound: number): number {
  const exact = parseDecimal(String(bound))
  return exact === null ? Number(formatDecimal(value)) - bound : compareDecimal(value, exact)
}

function parseStep(raw: unknown, invalid: (got: unknown) => void): string | null {
  if (raw === undefined || raw === null || raw === '') return null
  const step = parseDecimal(String(raw))
  if (step !== null && step.units > 0n) return formatDecimal(step)
  invalid(raw)
  return null
}
