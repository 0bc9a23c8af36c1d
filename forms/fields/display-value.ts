import type { FieldOf } from '../schema/form.ts'
import { asJson } from '../values/json-value.ts'
import type { FieldType } from './field-type.ts'
import { fieldTypes } from './field-types.ts'
import type { FieldKind } from './settings-by-kind.ts'

/** A field's value as one line of plain text in the person's language, '' when there is none: for summaries and read-only fields. */
export function displayValue<Kind extends FieldKind>(
  field: FieldOf<Kind>,
  value: unknown,
  language: string,
): string {
  const type: FieldType<Kind> = fieldTypes[field.kind]
  return type.display(asJson(value ?? type.empty), field.settings, language)
}
