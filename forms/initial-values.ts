import type { FieldType } from './fields/field-type.ts'
import { fieldTypes } from './fields/field-types.ts'
import type { FieldKind } from './fields/settings-by-kind.ts'
import type { FieldContext, Moment } from './rules/field-context.ts'
import { formContext, rowContext } from './rules/walk-form.ts'
import type { Field, FieldOf, Form } from './schema/form.ts'
import { valueFields } from './schema/value-fields.ts'
import { isObject, type JsonObject, type JsonValue, own } from './values/json-value.ts'
import { valueAt, withValueAt } from './values/value-path.ts'

/**
 * What a renderer starts with: for each field its variable in the shape of the field, else its default, else empty.
 * Grid rows also carry their row key. A variable of another type than its field counts as empty.
 *
 * @param zone IANA zone for variables that hold a time without an offset
 */
export function initialValues(form: Form, variables: JsonObject, zone = 'UTC'): JsonObject {
  const context = formContext(form, variables, { now: 0, zone })
  return fillScope(form.fields, {}, variables, context, rowKeyOnly)
}

/** The variables themselves, with every field's initial value in its place. */
export const startValues = (form: Form, variables: JsonObject, moment: Moment): JsonObject =>
  fillScope(form.fields, variables, variables, formContext(form, variables, moment), wholeRow)

/** What a row has beside its columns: for the renderer its key only, for the server everything. */
type RowCarry = (grid: FieldOf<'grid'>, row: unknown) => JsonObject

const rowKeyOnly: RowCarry = ({ settings: { rowKey } }, row) => {
  const key = rowKey === null ? undefined : own(row, rowKey)
  return rowKey !== null && (typeof key === 'string' || typeof key === 'number') ? { [rowKey]: key } : {}
}

const wholeRow: RowCarry = (_grid, row) => (isObject(row) ? (row as JsonObject) : {}) // rows of JSON variables

/** The cells of a row nobody has filled yet: defaults, else empty. */
export const newRow = (grid: FieldOf<'grid'>, context: FieldContext): JsonObject =>
  fillScope(grid.fields, {}, {}, context, rowKeyOnly)

/** `target` with the initial value of each field, read from `source`, put in its place. */
function fillScope(
  fields: readonly Field[],
  target: JsonObject,
  source: unknown,
  context: FieldContext,
  carry: RowCarry,
): JsonObject {
  return valueFields(fields).reduce((filled, field) => {
    const raw = valueAt(source, field.path)
    const value =
      field.kind === 'grid'
        ? initialRows(field, raw, source, context, carry)
        : initialValue(field, raw, context)
    return withValueAt(filled, field.path, value)
  }, target)
}

function initialRows(
  grid: FieldOf<'grid'>,
  raw: unknown,
  outside: unknown,
  context: FieldContext,
  carry: RowCarry,
): JsonValue[] {
  const unfilled = Array.from({ length: grid.settings.defaultRows }, () => ({}))
  const rows: readonly unknown[] = raw === undefined ? unfilled : Array.isArray(raw) ? raw : []
  return rows.map((row, index) =>
    fillScope(grid.fields, carry(grid, row), row, rowContext(row, index, outside, context), carry),
  )
}

function initialValue<Kind extends FieldKind>(
  field: FieldOf<Kind>,
  raw: unknown,
  context: FieldContext,
): JsonValue {
  const type: FieldType<Kind> = fieldTypes[field.kind]
  const chosen = raw === undefined ? field.defaultValue : readable(field.kind, raw)
  const read = type.normalise(chosen, field.settings, context)
  return read.ok ? read.value : type.empty
}

/** A text field shows a variable that is a number or a boolean as text. */
const readable = (kind: FieldKind, raw: unknown): unknown =>
  (kind === 'textfield' || kind === 'textarea') && (typeof raw === 'number' || typeof raw === 'boolean')
    ? String(raw)
    : raw
