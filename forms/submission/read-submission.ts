import { fail, ok, type Result } from '../../engine/result.ts'
import { startValues } from '../initial-values.ts'
import type { Moment } from '../rules/field-context.ts'
import { type Settled, settle } from '../rules/settle.ts'
import { type FormMoment, formContext } from '../rules/walk-form.ts'
import type { Form } from '../schema/form.ts'
import { isObject, type JsonObject, type JsonValue } from '../values/json-value.ts'
import { checkOutcome } from './check-outcome.ts'
import { checkValues } from './check-values.ts'
import { type ChosenRecord, chosenRecords } from './chosen-records.ts'
import { type FieldError, fault } from './field-error.ts'
import { ReadValues, readScope } from './read-values.ts'
import { type RecordValue, recordValues, storedFields, storedVariables } from './stored-values.ts'
import { unknownFields } from './unknown-fields.ts'

export interface SubmissionContext extends Moment {
  /** The outcome whose button was pressed; null or absent in a form without outcomes. */
  readonly outcome?: string | null
  /** The task's variables as they are now: what read-only fields hold and rules read. */
  readonly current?: JsonObject
}

export interface Submission {
  /** Variables to set; hidden and read-only fields are not among them. */
  readonly variables: { readonly [name: string]: JsonValue }
  readonly outcome: string | null
  /** Those of the values whose fields are bound to a record. */
  readonly records: readonly RecordValue[]
  /** Records chosen in look-ups, for the server to check. */
  readonly chosen: readonly ChosenRecord[]
}

/** More errors than this help nobody. */
const maximumErrors = 200

/**
 * Checks what somebody submitted and says what to store. It is the server's only check, and the renderer's preview of it.
 *
 * A field that is not submitted stays as the form starts with it. Values of hidden and read-only fields are ignored.
 *
 * @param submitted values nested by key, as `initialValues` has them; anything at all is answered, never thrown at
 */
export function readSubmission(
  form: Form,
  submitted: unknown,
  context: SubmissionContext,
): Result<Submission, FieldError[]> {
  if (!isObject(submitted)) return fail([{ path: '', ...fault('not_an_object') }])
  const current = context.current ?? {}
  const moment: FormMoment = { now: context.now, zone: context.zone, outcome: context.outcome ?? null }
  const { settled, read } = readAndSettle(form, submitted, current, moment)
  const errors = [
    ...unknownFields(form.fields, submitted, ''),
    ...checkValues(form, settled, read, moment),
    ...checkOutcome(form, moment.outcome ?? null, settled.states, settled.values),
  ]
  if (errors.length > 0) return fail(errors.slice(0, maximumErrors))
  const fields = storedFields(form, settled.states, read.given, current)
  return ok({
    variables: storedVariables(fields, settled, current),
    outcome: moment.outcome ?? null,
    records: recordValues(fields, settled),
    chosen: chosenRecords(form, settled, moment),
  })
}

function readAndSettle(
  form: Form,
  submitted: Readonly<Record<string, unknown>>,
  current: JsonObject,
  moment: FormMoment,
): { settled: Settled; read: ReadValues } {
  const start = startValues(form, current, moment)
  const read = new ReadValues()
  const context = formContext(form, { ...start, ...submitted }, moment)
  const values = readScope(form.fields, submitted, start, { prefix: '', context, into: read })
  return { settled: settle(form, values, { data: start, rows: read.origins }, moment), read }
}
