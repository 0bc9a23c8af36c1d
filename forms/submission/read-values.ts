import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes } from '../fields/field-types.ts'
import type { FieldKind } from '../fields/settings-by-kind.ts'
import { newRow } from '../initial-values.ts'
import type { FieldContext } from '../rules/field-context.ts'
import { rowContext } from '../rules/walk-form.ts'
import type { Field, FieldOf } from '../schema/form.ts'
import { valueFields } from '../schema/value-fields.ts'
import { isObject, type JsonObject, type JsonValue } from '../values/json-value.ts'
import { pathText, rowPrefix, valueAt, withValueAt } from '../values/value-path.ts'
import { alignRows } from './align-rows.ts'
import { type FieldError, type FieldFault, fault } from './field-error.ts'
import { unknownFields } from './unknown-fields.ts'

/** A submission in the form's own shapes, and what was wrong on the way there. */
export class ReadValues {
  /** By path: why a field's value could not be read. */
  readonly faults = new Map<string, FieldFault>()
  /** By grid path: what is wrong with its rows as such. */
  readonly rowErrors = new Map<string, readonly FieldError[]>()
  /** By grid path: for each row what its read-only cells hold. */
  readonly origins = new Map<string, readonly JsonObject[]>()
  /** Paths that were submitted at all. */
  readonly given = new Set<string>()
}

interface ReadScope {
  readonly prefix: string
  readonly context: FieldContext
  readonly into: ReadValues
}

/** `start` with what was submitted put in its place; a field that was not submitted, or is unreadable, keeps its start. */
export function readScope(
  fields: readonly Field[],
  submitted: unknown,
  start: JsonObject,
  scope: ReadScope,
): JsonObject {
  return valueFields(fields).reduce((values, field) => {
    const raw = valueAt(submitted, field.path)
    if (raw === undefined) return values
    const path = pathText(scope.prefix, field.path)
    scope.into.given.add(path)
    const read = readField(field, raw, path, scope)
    if (read === undefined) return values
    const value = field.kind === 'grid' ? readRows(field, read, path, start, submitted, scope) : read
    return withValueAt(values, field.path, value)
  }, start)
}

function readField<Kind extends FieldKind>(
  field: FieldOf<Kind>,
  raw: unknown,
  path: string,
  { context, into }: ReadScope,
): JsonValue | undefined {
  const type: FieldType<Kind> = fieldTypes[field.kind]
  const read = type.normalise(raw, field.settings, context)
  if (read.ok) return read.value
  into.faults.set(path, read.error)
  return undefined
}

function readRows(
  grid: FieldOf<'grid'>,
  rows: JsonValue,
  path: string,
  start: JsonObject,
  outside: unknown,
  scope: ReadScope,
): JsonValue[] {
  const submitted: readonly unknown[] = Array.isArray(rows) ? rows : []
  const current = valueAt(start, grid.path)
  const aligned = alignRows(grid, path, submitted, Array.isArray(current) ? current : [])
  const bases = aligned.origins.map((origin, index) =>
    isObject(origin)
      ? (origin as JsonObject) // rows of the start are JSON
      : newRow(grid, rowContext(submitted[index], index, outside, scope.context)),
  )
  scope.into.origins.set(path, bases)
  scope.into.rowErrors.set(path, [
    ...aligned.errors,
    ...submitted.flatMap((row, index) => rowErrors(grid, row, path, index)),
  ])
  return submitted.map((row, index) => {
    const context = rowContext(row, index, outside, scope.context)
    return readScope(grid.fields, row, bases[index] ?? {}, {
      ...scope,
      prefix: rowPrefix(path, index),
      context,
    })
  })
}

function rowErrors(grid: FieldOf<'grid'>, row: unknown, path: string, index: number): FieldError[] {
  if (!isObject(row)) return [{ path: `${path}[${index}]`, ...fault('not_a_row') }]
  const { rowKey } = grid.settings
  return unknownFields(grid.fields, row, rowPrefix(path, index), rowKey === null ? [] : [rowKey])
}
