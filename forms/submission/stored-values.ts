import type { FieldStates } from '../rules/field-state.ts'
import type { Settled } from '../rules/settle.ts'
import type { Field, Form, RecordBinding } from '../schema/form.ts'
import { valueFields } from '../schema/value-fields.ts'
import { asJson, isObject, type JsonObject, type JsonValue, own } from '../values/json-value.ts'
import { pathText, valueAt, withValueAt } from '../values/value-path.ts'

/** A value that belongs to a record as well. */
export interface RecordValue {
  readonly path: string
  readonly binding: RecordBinding
  readonly value: JsonValue
}

/** The fields that are stored: visible, editable, and either submitted or not yet a variable. */
export function storedFields(
  form: Form,
  states: FieldStates,
  given: ReadonlySet<string>,
  current: JsonObject,
): Field[] {
  return valueFields(form.fields).filter((field) => {
    const path = pathText('', field.path)
    const state = states.get(path)
    return (
      state?.visible === true &&
      !state.readOnly &&
      (given.has(path) || valueAt(current, field.path) === undefined)
    )
  })
}

/** Variables to set. A key such as `customer.name` sets `customer` whole, with what it already holds beside the name. */
export function storedVariables(fields: readonly Field[], settled: Settled, current: JsonObject): JsonObject {
  return fields.reduce<JsonObject>((variables, field) => {
    const [root = '', ...inner] = field.path
    const held = own(variables, root) ?? own(current, root)
    const base = inner.length > 0 && isObject(held) ? withValueAt(variables, [root], asJson(held)) : variables
    return withValueAt(base, field.path, settledValue(field, settled))
  }, {})
}

export const recordValues = (fields: readonly Field[], settled: Settled): RecordValue[] =>
  fields.flatMap((field) =>
    field.recordBinding === null
      ? []
      : [
          {
            path: pathText('', field.path),
            binding: field.recordBinding,
            value: settledValue(field, settled),
          },
        ],
  )

const settledValue = (field: Field, { values }: Settled): JsonValue => asJson(valueAt(values, field.path))
