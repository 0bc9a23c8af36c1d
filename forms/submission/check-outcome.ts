import { fieldTypes } from '../fields/field-types.ts'
import type { FieldStates } from '../rules/field-state.ts'
import type { Form, Outcome } from '../schema/form.ts'
import { valueFields } from '../schema/value-fields.ts'
import { asJson, type JsonObject } from '../values/json-value.ts'
import { pathText, valueAt } from '../values/value-path.ts'
import { type FieldError, fault } from './field-error.ts'

/** Errors of the chosen outcome: none chosen, not one of the form's, its button hidden, or a field it needs is empty. */
export function checkOutcome(
  form: Form,
  chosen: string | null,
  states: FieldStates,
  values: JsonObject,
): FieldError[] {
  if (chosen === null) return form.outcomes.length === 0 ? [] : [at('outcome_required')]
  const outcome = form.outcomes.find((item) => item.outcome === chosen)
  if (outcome === undefined) return [at('outcome_unknown')]
  if (states.get(outcome.path)?.visible === false) return [at('outcome_unavailable')]
  return missingFor(form, outcome, states, values)
}

/** Fields an outcome needs that are empty and that no other check asks for, since they are hidden or read-only. */
function missingFor(form: Form, outcome: Outcome, states: FieldStates, values: JsonObject): FieldError[] {
  return valueFields(form.fields).flatMap((field) => {
    const path = pathText('', field.path)
    if (!outcome.requires.includes(path) || states.get(path)?.required) return []
    const type = fieldTypes[field.kind]
    return type.isMissing(asJson(valueAt(values, field.path) ?? type.empty))
      ? [{ path, ...fault('required') }]
      : []
  })
}

const at = (code: 'outcome_required' | 'outcome_unknown' | 'outcome_unavailable'): FieldError => ({
  path: 'outcome',
  ...fault(code),
})
