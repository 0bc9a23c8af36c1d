import { getIn, useFormik } from 'formik'
import { useEffect, useId, useState } from 'react'
import {
  type FieldStates,
  type Form,
  formContext,
  formState,
  initialValues,
  type JsonObject,
  readSubmission,
} from '../../forms/index.ts'
import { useTimeZone } from '../format/time-zone.ts'
import type { FilledForm } from './filled-form.ts'
import { lockedStates } from './locked-states.ts'
import { overlaid } from './overlaid.ts'
import { type SendForm, useSubmit } from './use-submit.ts'

export interface FormFrameOptions {
  readonly form: Form
  /** What the task or start knows; rules read it. */
  readonly variables: JsonObject
  /** What was typed earlier and not sent, or null. */
  readonly draft: JsonObject | null
  readonly locked: boolean
  readonly currency: string
  /** Called with what is typed, when it changes. */
  readonly onChange?: (values: JsonObject) => void
  /** Sends it; an ApiProblem that it throws is shown at the fields it names. */
  readonly send: SendForm
}

const noChange = () => {}

export function useFilling({
  form,
  variables,
  draft,
  locked,
  currency,
  onChange = noChange,
  send,
}: FormFrameOptions): FilledForm {
  const zone = useTimeZone() ?? 'UTC'
  const id = useId()
  const [now] = useState(() => Date.now())
  const [start] = useState(() => ({ ...initialValues(form, variables, zone), ...draft }))
  const formik = useFormik<JsonObject>({ initialValues: start, onSubmit: () => {} })
  const values = formik.values
  const [untouched] = useState(values)
  const idOf = (path: string) => `${id}${path}`
  useEffect(() => {
    if (values !== untouched) onChange(values)
  }, [values, untouched, onChange])

  const check = (outcome: string | null) =>
    readSubmission(form, values, { now, zone, outcome, current: variables })
  const { errors, submitting, submit, outcome } = useSubmit({
    values,
    check,
    send,
    idOf,
    touched: (path) => getIn(formik.touched, path) === true,
  })
  const data = overlaid(form, variables, values)
  const moment = { now, zone, outcome }
  const states: FieldStates = formState(form, data, moment)
  return {
    form,
    values,
    states: locked ? lockedStates(states) : states,
    outcomes: form.outcomes.filter(({ path }) => states.get(path)?.visible !== false),
    errors: locked ? new Map() : errors,
    context: formContext(form, data, moment),
    currency,
    locked,
    submitting,
    idOf,
    setValue: (path, value) => void formik.setFieldValue(path, value, false),
    touch: (path) => void formik.setFieldTouched(path, true, false),
    submit,
  }
}
