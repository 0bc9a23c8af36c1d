import { fail, ok } from '../../engine/result.ts'
import { fault } from '../submission/field-error.ts'
import { labelOf } from '../texts/label-of.ts'
import type { JsonValue } from '../values/json-value.ts'
import type { FieldType } from './field-type.ts'
import { isOptionValue, type OptionSettings, optionsOf, parseOptions } from './option.ts'

/** One of the offered choices, stored as the option's value. */
export const singleChoice = <Kind extends 'select' | 'radio'>(kind: Kind): FieldType<Kind> => ({
  kind,
  holdsValue: true,
  parse: parseOptions,
  empty: null,
  isMissing: (value) => value === null,
  normalise(raw) {
    if (raw === null || raw === undefined || raw === '') return ok(null)
    return isOptionValue(raw) ? ok(raw) : fail(fault('not_an_option'))
  },
  validate: (value, settings, context) =>
    optionsOf(settings, context).some((option) => option.value === value) ? [] : [fault('not_an_option')],
  display: optionText,
})

/** The option's label; the value itself when the choices come from a variable. */
export function optionText(value: JsonValue, { source }: OptionSettings, language: string): string {
  if (value === null) return ''
  const options = source.from === 'schema' ? source.options : []
  const chosen = options.find((option) => option.value === value)
  return chosen === undefined ? String(value) : labelOf(chosen, language)
}
