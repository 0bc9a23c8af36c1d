import { fieldTypes } from '../fields/field-types.ts'
import type { Field, Form } from '../schema/form.ts'
import { own } from '../values/json-value.ts'
import { pathText, rowPrefix, valueAt } from '../values/value-path.ts'
import type { FieldContext, Lookup, Moment } from './field-context.ts'

/** One field as it stands in filled data: a column is met once for each row. */
export interface Visit {
  readonly field: Field
  /** `items[2].quantity`; `#<id>` for what holds no value. */
  readonly path: string
  /** Path of the group or grid around it, null at the top. */
  readonly parent: string | null
  readonly value: unknown
  /** What its rules may read: the row first, then the form's data. */
  readonly context: FieldContext
}

export interface FormMoment extends Moment {
  /** The outcome that was chosen; expressions read it as `outcome`. */
  readonly outcome?: string | null
}

interface Scope {
  readonly data: unknown
  readonly prefix: string
  readonly parent: string | null
  readonly context: FieldContext
}

/** Every field of the filled form, outer before inner. */
export function walkForm(form: Form, data: unknown, moment: FormMoment): Generator<Visit> {
  const context = formContext(form, data, moment)
  return walk(form.fields, { data, prefix: '', parent: null, context })
}

/** What expressions outside of grids may read: the form's data, and `outcome` in a form with outcomes. */
export function formContext(form: Form, data: unknown, { now, zone, outcome }: FormMoment): FieldContext {
  const hasOutcomes = form.outcomes.length > 0
  const lookup: Lookup = (name) => (hasOutcomes && name === 'outcome' ? (outcome ?? null) : own(data, name))
  return { now, zone, lookup }
}

/** What expressions in a row may read: its cells, `this`, `i` (from 1), `parent`, and what is outside. */
export function rowContext(
  row: unknown,
  index: number,
  outside: unknown,
  context: FieldContext,
): FieldContext {
  const lookup: Lookup = (name) => {
    const cell = own(row, name)
    if (cell !== undefined) return cell
    if (name === 'this') return row
    if (name === 'i') return index + 1
    return name === 'parent' ? outside : context.lookup(name)
  }
  return { ...context, lookup }
}

function* walk(fields: readonly Field[], scope: Scope): Generator<Visit> {
  for (const field of fields) {
    const path = pathText(scope.prefix, field.path)
    const value = fieldTypes[field.kind].holdsValue ? valueAt(scope.data, field.path) : undefined
    yield { field, path, parent: scope.parent, value, context: scope.context }
    if (field.kind === 'group') yield* walk(field.fields, { ...scope, parent: path })
    if (field.kind === 'grid') yield* walkRows(field.fields, path, value, scope)
  }
}

function* walkRows(columns: readonly Field[], path: string, rows: unknown, scope: Scope): Generator<Visit> {
  for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
    const context = rowContext(row, index, scope.data, scope.context)
    yield* walk(columns, { data: row, prefix: rowPrefix(path, index), parent: path, context })
  }
}
