import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FieldError, FieldErrorCode, JsonObject, readSubmission } from '../../forms/index.ts'
import { problemOf } from '../api/api-problem.ts'
import { idempotencyKey } from '../api/idempotency-key.ts'
import { focusField } from './focus-field.ts'
import { type ServerErrors, shownErrors } from './shown-errors.ts'
import { useErrorText } from './use-error-text.ts'

/** `idempotencyKey` stays the same when the same press is repeated after a lost connection. */
export type SendForm = (outcome: string | null, values: JsonObject, idempotencyKey: string) => Promise<void>

interface SubmitOptions {
  readonly values: JsonObject
  readonly check: (outcome: string | null) => ReturnType<typeof readSubmission>
  readonly send: SendForm
  readonly idOf: (path: string) => string
  readonly touched: (path: string) => boolean
}

/** What happens when a button is pressed: check, send, and place what comes back. */
export function useSubmit({ values, check, send, idOf, touched }: SubmitOptions) {
  const errorText = useErrorText()
  const [attempt, setAttempt] = useState<{ outcome: string | null } | null>(null)
  const [server, setServer] = useState<ServerErrors | null>(null)
  const [submitting, setSubmitting] = useState<string | null>(null)
  const busy = useRef(false)
  const sent = useRef<{ text: string; key: string }>({ text: '', key: '' })

  const checked = check(attempt?.outcome ?? null)
  const found = checked.ok
    ? []
    : checked.error.filter(({ code }) => attempt !== null || code !== 'outcome_required')
  const shown = shownErrors({ found, touched, attempted: attempt !== null, server }, values)

  const submit = async (outcome: string | null) => {
    if (busy.current) return
    const read = check(outcome)
    flushSync(() => setAttempt({ outcome }))
    if (!read.ok) return focusFirst(read.error, idOf)
    busy.current = true
    setSubmitting(outcome ?? '')
    try {
      await send(outcome, values, keyOf(sent.current, outcome, values))
      setAttempt(null)
    } catch (error) {
      const errors = fieldErrorsOf(error)
      flushSync(() => setServer({ errors, values }))
      focusFirst(errors, idOf)
    } finally {
      busy.current = false
      setSubmitting(null)
    }
  }
  const errors = new Map(shown.map(({ path, code, params }) => [path, errorText(code, params)]))
  return {
    errors,
    submitting,
    submit: (outcome: string | null) => void submit(outcome),
    outcome: attempt?.outcome ?? null,
  }
}

/** The same content gets the same key: pressing again after a lost answer completes nothing twice. */
function keyOf(sent: { text: string; key: string }, outcome: string | null, values: JsonObject): string {
  const text = JSON.stringify([outcome, values])
  if (sent.text !== text) Object.assign(sent, { text, key: idempotencyKey() })
  return sent.key
}

function fieldErrorsOf(error: unknown): FieldError[] {
  return (problemOf(error)?.errors ?? []).map(({ path, code, params }) => ({
    path: path.replace(/^values\./, ''),
    // Codes we do not know get a text of their own, see use-error-text.
    code: code as FieldErrorCode,
    params: params as FieldError['params'], // texts and numbers, as forms/ made them on the server
  }))
}

function focusFirst(errors: readonly FieldError[], idOf: (path: string) => string): void {
  errors.some(({ path }) => focusField(idOf(path)))
}
