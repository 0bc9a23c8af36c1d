import { fail, ok } from '../../engine/result.ts'
import { currencyDigits, isCurrencyCode } from '../decimal/currency-digits.ts'
import { formatDecimal, parseDecimal, rescaleDecimal, significantScale } from '../decimal/decimal.ts'
import { isMoney } from '../decimal/money.ts'
import type { FieldContext } from '../rules/field-context.ts'
import type { Bound } from '../rules/rule.ts'
import type { ComponentReader } from '../schema/component-reader.ts'
import { type FieldFault, fault } from '../submission/field-error.ts'
import { isObject, type JsonValue } from '../values/json-value.ts'
import { valueAt } from '../values/value-path.ts'
import type { FieldType } from './field-type.ts'
import { boundFaults, decimalText, readDecimal } from './number.ts'

export interface MoneySettings {
  /** The one currency of the field; null when `currencyKey` or the person says it. */
  readonly currency: string | null
  /** Path of the variable or field that holds the currency. */
  readonly currencyKey: readonly string[] | null
  readonly min: Bound
  readonly max: Bound
  /** Digits allowed after the point; null for the currency's own. */
  readonly decimalDigits: number | null
}

/** An amount of money, stored as { amount: "1234.50", currency: "EUR" }; submitted so, or as the amount's text alone. */
export const money: FieldType<'money'> = {
  kind: 'money',
  holdsValue: true,
  parse: (reader) => ({
    currency: parseCurrency(reader),
    currencyKey: reader.property('currencyKey')?.split('.') ?? null,
    min: reader.bound('validate.min', reader.at('validate', 'min')),
    max: reader.bound('validate.max', reader.at('validate', 'max')),
    decimalDigits: reader.count('decimalDigits', reader.at('decimalDigits')),
  }),
  empty: null,
  isMissing: (value) => value === null,
  normalise(raw, settings, context) {
    const { amount, currency } = parts(raw)
    if (amount === null || amount === undefined || amount === '') return ok(null)
    const decimal = typeof amount === 'string' ? readDecimal(amount) : null
    if (decimal === null) return fail(fault('not_money'))
    const code = currency ?? currencyOf(settings, context)
    if (typeof code !== 'string' || !isCurrencyCode(code)) return fail(fault('not_a_currency'))
    const scale = Math.max(digitsOf(settings, code), significantScale(decimal))
    return ok({ amount: formatDecimal(rescaleDecimal(decimal, scale)), currency: code })
  },
  validate: (value, settings, context) => validateMoney(value, settings, context),
  display(value, settings, language) {
    if (!isMoney(value)) return ''
    const digits = digitsOf(settings, value.currency)
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: value.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: 12,
    })
    return format.format(decimalText(value.amount))
  },
}

function parts(raw: unknown): { amount: unknown; currency: unknown } {
  if (!isObject(raw)) return { amount: raw, currency: undefined }
  const others = Object.keys(raw).filter((name) => name !== 'amount' && name !== 'currency')
  return others.length > 0
    ? { amount: false, currency: undefined }
    : { amount: raw.amount, currency: raw.currency || undefined }
}

/** The currency the field expects at this moment; null when the person chooses it. */
export function currencyOf(settings: MoneySettings, context: FieldContext): string | null {
  if (settings.currency !== null) return settings.currency
  const [first, ...rest] = settings.currencyKey ?? []
  const found = first === undefined ? null : valueAt(context.lookup(first), rest)
  return typeof found === 'string' && found !== '' ? found : null
}

const digitsOf = (settings: MoneySettings, currency: string): number =>
  settings.decimalDigits ?? currencyDigits(currency)

function validateMoney(value: JsonValue, settings: MoneySettings, context: FieldContext): FieldFault[] {
  const decimal = isMoney(value) ? parseDecimal(value.amount) : null
  if (!isMoney(value) || decimal === null) return [fault('not_money')]
  const expected = currencyOf(settings, context)
  const digits = digitsOf(settings, value.currency)
  return [
    ...(expected !== null && expected !== value.currency
      ? [fault('wrong_currency', { expected, got: value.currency })]
      : []),
    ...(significantScale(decimal) > digits ? [fault('too_many_decimals', { max: digits })] : []),
    ...boundFaults(decimal, settings.min, settings.max, context),
  ]
}

function parseCurrency(reader: ComponentReader): string | null {
  const currency = reader.property('currency')
  if (currency === null || isCurrencyCode(currency)) return currency
  reader.invalid('properties.currency', 'an ISO 4217 code such as "EUR"', currency)
  return null
}
