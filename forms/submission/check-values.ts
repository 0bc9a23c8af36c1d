import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/field-types.ts'
import type { FieldKind } from '../fields/settings-by-kind.ts'
import type { FieldContext } from '../rules/field-context.ts'
import type { Settled } from '../rules/settle.ts'
import { type FormMoment, walkForm } from '../rules/walk-form.ts'
import type { FieldOf, Form } from '../schema/form.ts'
import { asJson } from '../values/json-value.ts'
import { type FieldError, fault } from './field-error.ts'
import type { ReadValues } from './read-values.ts'

/** What is wrong with the values of the fields that are visible and can be edited, in the order of the form. */
export function checkValues(
  form: Form,
  settled: Settled,
  read: ReadValues,
  moment: FormMoment,
): FieldError[] {
  const errors: FieldError[] = []
  for (const { field, path, value, context } of walkForm(form, settled.values, moment)) {
    const state = settled.states.get(path)
    if (!fieldTypes[field.kind].holdsValue || state?.visible !== true || state.readOnly) continue
    errors.push(...(read.rowErrors.get(path) ?? []))
    const unreadable = read.faults.get(path)
    const faults = unreadable === undefined ? faultsOf(field, value, state.required, context) : [unreadable]
    errors.push(...faults.map((found) => ({ path, ...found })))
  }
  return errors
}

function faultsOf<Kind extends FieldKind>(
  field: FieldOf<Kind>,
  raw: unknown,
  required: boolean,
  context: FieldContext,
): readonly ReturnType<typeof fault>[] {
  const type: FieldType<Kind> = fieldTypes[field.kind]
  const value = asJson(raw ?? type.empty)
  const missing = type.isMissing(value)
  if (missing && required) return [fault('required')]
  // an empty grid still has too few rows; any other empty field has nothing to check
  return missing && field.kind !== 'grid' ? [] : type.validate(value, field.settings, context)
}
