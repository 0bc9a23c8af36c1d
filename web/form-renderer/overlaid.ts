import {
  type Form,
  type JsonObject,
  type JsonValue,
  valueAt,
  valueFields,
  withValueAt,
} from '../../forms/index.ts'

/** The variables, with what is typed in the place of each field: what rules and expressions read. */
export const overlaid = (form: Form, variables: JsonObject, values: JsonObject): JsonObject =>
  valueFields(form.fields).reduce((data, { path }) => {
    // Values come from JSON and from our own fields, which hold JSON only.
    const value = valueAt(values, path) as JsonValue | undefined
    return value === undefined ? data : withValueAt(data, path, value)
  }, variables)
