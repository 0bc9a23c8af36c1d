import type { Field, Form } from '../schema/form.ts'
import { valueFields } from '../schema/value-fields.ts'
import { isObject, type JsonObject, type JsonValue } from '../values/json-value.ts'
import { pathText, rowPrefix, valueAt, withoutValueAt, withValueAt } from '../values/value-path.ts'
import { evaluateStates, type FieldStates, sameStates, strictest } from './field-state.ts'
import type { FormMoment } from './walk-form.ts'

/** What read-only fields hold, whatever was submitted. */
export interface Baseline {
  readonly data: JsonObject
  /** By grid path: for each row of the values the row it came from; grids not named keep their order. */
  readonly rows: ReadonlyMap<string, readonly JsonObject[]>
}

export interface Settled {
  readonly states: FieldStates
  /** The values without those of hidden fields, read-only ones from the baseline. */
  readonly values: JsonObject
}

/** Rules that depend on each other in a chain need one round per link. */
const maximumRounds = 8

/**
 * Evaluates the rules until they agree with the values they leave: a hidden or read-only field's submitted value must
 * not decide about other fields. Rules that never come to rest get the strictest of their last two answers.
 */
export function settle(form: Form, values: JsonObject, baseline: Baseline, moment: FormMoment): Settled {
  let states = evaluateStates(form, values, moment)
  for (let round = 1; round < maximumRounds; round += 1) {
    const next = evaluateStates(form, restore(form.fields, values, baseline, states), moment)
    if (sameStates(states, next)) return { states, values: restore(form.fields, values, baseline, states) }
    states = round === maximumRounds - 1 ? strictest(states, next) : next
  }
  return { states, values: restore(form.fields, values, baseline, states) }
}

function restore(
  fields: readonly Field[],
  values: JsonObject,
  baseline: Baseline,
  states: FieldStates,
): JsonObject {
  return restoreScope({ fields, baseline, states, prefix: '' }, values, baseline.data)
}

interface RestoreScope {
  readonly fields: readonly Field[]
  readonly baseline: Baseline
  readonly states: FieldStates
  readonly prefix: string
}

function restoreScope(scope: RestoreScope, values: JsonObject, kept: JsonObject): JsonObject {
  return valueFields(scope.fields).reduce((result, field) => {
    const path = pathText(scope.prefix, field.path)
    const state = scope.states.get(path)
    if (state?.visible === false) return withoutValueAt(result, field.path)
    if (state?.readOnly) return withKept(result, field, kept)
    if (field.kind !== 'grid') return result
    return withValueAt(result, field.path, restoreRows(scope, field, path, values, kept))
  }, values)
}

function withKept(values: JsonObject, field: Field, kept: JsonObject): JsonObject {
  const value = valueAt(kept, field.path)
  return value === undefined
    ? withoutValueAt(values, field.path)
    : withValueAt(values, field.path, value as JsonValue) // the baseline is JSON
}

function restoreRows(
  scope: RestoreScope,
  grid: Field,
  path: string,
  values: JsonObject,
  kept: JsonObject,
): readonly JsonValue[] {
  const rows = valueAt(values, grid.path)
  const origins = scope.baseline.rows.get(path) ?? asRows(valueAt(kept, grid.path))
  return asRows(rows).map((row, index) =>
    restoreScope(
      { ...scope, fields: grid.fields, prefix: rowPrefix(path, index) },
      row,
      origins[index] ?? {},
    ),
  )
}

const asRows = (rows: unknown): readonly JsonObject[] =>
  Array.isArray(rows) ? rows.map((row: unknown) => (isObject(row) ? (row as JsonObject) : {})) : [] // rows of JSON data
