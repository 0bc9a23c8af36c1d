import type { FieldStates } from './rules/field-state.ts'
import { settle } from './rules/settle.ts'
import type { FormMoment } from './rules/walk-form.ts'
import type { Form } from './schema/form.ts'
import type { JsonObject } from './values/json-value.ts'

/**
 * How each field behaves for this data: visible, required, read-only. The server asks the same question when it checks a
 * submission, so what the renderer shows is what the server expects.
 *
 * @param data variables overlaid with what is typed so far; values of hidden fields in it have no say
 */
export const formState = (form: Form, data: JsonObject, moment: FormMoment): FieldStates =>
  settle(form, data, { data, rows: new Map() }, moment).states
