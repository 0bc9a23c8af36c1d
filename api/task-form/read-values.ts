import { type FieldError, type JsonValue, readSubmission, type Submission } from '../../forms/index.ts'
import type { Moment } from '../../forms/rules/field-context.ts'
import { ApiProblem } from '../http/api-problem.ts'
import { outcomesOf, type TaskForm } from './read-form.ts'

export interface Submitted {
  readonly values: Record<string, JsonValue>
  readonly outcome: string | null
}

const notValid = (errors: readonly FieldError[]) =>
  new ApiProblem(
    400,
    'form_not_valid',
    `The form is not filled as it should be: ${errors.map(inWords).join(', ')}.`,
    {
      errors: errors.map(({ path, code, params }) => ({ path, code, params: { ...params } })),
    },
  )

const inWords = ({ path, code }: FieldError) => (path === '' ? code : `${path} (${code})`)

const empty = { variables: {}, records: [], chosen: [] }

/** Without a form there is nothing to fill in; the outcome must be one that the diagram lists. */
function withoutForm({ values, outcome }: Submitted, outcomes: readonly string[]): Submission {
  const unknown = Object.keys(values).map((path): FieldError => ({ path, code: 'unknown_field', params: {} }))
  if (unknown.length > 0) throw notValid(unknown)
  if (outcomes.length > 0 && outcome === null)
    throw notValid([{ path: '', code: 'outcome_required', params: {} }])
  if (outcome !== null && !outcomes.includes(outcome))
    throw notValid([{ path: '', code: 'outcome_unknown', params: { outcome } }])
  return { ...empty, outcome }
}

/**
 * What a submission stores, checked by its form. 400 `form_not_valid` with every field that is wrong.
 * `current`: the variables as they are now.
 */
export function readValues(
  form: TaskForm | null,
  properties: Readonly<Record<string, string>>,
  submitted: Submitted,
  moment: Moment & { readonly current: Record<string, JsonValue> },
): Submission {
  const outcomes = outcomesOf(form, properties)
  if (form === null) return withoutForm(submitted, outcomes)
  const read = readSubmission(form.form, submitted.values, {
    ...moment,
    // Outcomes without buttons are checked here and mean nothing to the form.
    outcome: form.form.outcomes.length > 0 ? submitted.outcome : null,
  })
  if (!read.ok) throw notValid(read.error)
  if (form.form.outcomes.length > 0) return read.value
  return { ...read.value, outcome: withoutForm({ values: {}, outcome: submitted.outcome }, outcomes).outcome }
}
