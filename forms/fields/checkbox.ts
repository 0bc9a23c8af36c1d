import { fail, ok } from '../../engine/result.ts'
import { fault } from '../submission/field-error.ts'
import type { FieldType } from './field-type.ts'

/** Yes or no; when required it must be yes, as with "I have read the terms". */
export const checkbox: FieldType<'checkbox'> = {
  kind: 'checkbox',
  holdsValue: true,
  parse: () => null,
  empty: false,
  isMissing: (value) => value !== true,
  normalise(raw) {
    if (raw === null || raw === undefined || raw === '') return ok(false)
    return typeof raw === 'boolean' ? ok(raw) : fail(fault('not_a_boolean'))
  },
  validate: () => [],
  display: (value) => (value === true ? '✓' : ''),
}
