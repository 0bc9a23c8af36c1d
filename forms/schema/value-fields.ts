import { fieldTypes } from '../fields/field-types.ts'
import type { Field } from './form.ts'

/** The fields that hold a value in one scope (the form, or a grid's row): groups are opened, grids are not. */
export const valueFields = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    if (field.kind === 'group') return valueFields(field.fields)
    return fieldTypes[field.kind].holdsValue ? [field] : []
  })
