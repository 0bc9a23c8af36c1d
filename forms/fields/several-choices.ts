import { fail, ok } from '../../engine/result.ts'
import { fault } from '../submission/field-error.ts'
import type { FieldType } from './field-type.ts'
import { isOptionValue, optionsOf, parseOptions } from './option.ts'
import { optionText } from './single-choice.ts'

/** Any number of the offered choices, each once, stored as a list of their values in the order chosen. */
export const severalChoices = <Kind extends 'checklist' | 'taglist'>(kind: Kind): FieldType<Kind> => ({
  kind,
  holdsValue: true,
  parse: parseOptions,
  empty: [],
  isMissing: (value) => !Array.isArray(value) || value.length === 0,
  normalise(raw) {
    if (raw === null || raw === undefined || raw === '') return ok([])
    if (!Array.isArray(raw) || raw.length > 1_000) return fail(fault('not_a_list', { max: 1_000 }))
    if (!raw.every(isOptionValue)) return fail(fault('not_an_option'))
    return new Set(raw).size === raw.length ? ok([...raw]) : fail(fault('duplicate_option'))
  },
  validate(value, settings, context) {
    const offered = new Set<unknown>(optionsOf(settings, context).map((option) => option.value))
    const chosen = Array.isArray(value) ? value : []
    return chosen.every((item) => offered.has(item)) ? [] : [fault('not_an_option')]
  },
  display(value, settings, language) {
    const chosen = Array.isArray(value) ? value : []
    const texts = chosen.map((item) => optionText(item, settings, language))
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(texts)
  },
})
