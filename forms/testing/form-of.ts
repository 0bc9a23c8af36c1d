import type { Form } from '../schema/form.ts'
import { parseForm } from '../schema/parse-form.ts'
import { readSubmission, type SubmissionContext } from '../submission/read-submission.ts'
import type { JsonObject } from '../values/json-value.ts'

/** A form of these components that is known to be right. */
export function formOf(...components: readonly object[]): Form {
  const parsed = parseForm({ type: 'default', id: 'tested', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 2))
  return parsed.value
}

/** 2026-03-01 09:00 in Tehran. */
export const moment = { now: Date.UTC(2026, 2, 1, 5, 30), zone: 'Asia/Tehran' }

/** The submission's answer in short: the variables, or `path: code` of each error. */
export function answer(
  form: Form,
  submitted: unknown,
  context: Partial<SubmissionContext> = {},
): JsonObject | readonly string[] {
  const read = readSubmission(form, submitted, { ...moment, ...context })
  return read.ok ? read.value.variables : read.error.map(({ path, code }) => `${path}: ${code}`)
}

/** Codes of the problems that keep the components from being a form. */
export function problemsOf(...components: readonly unknown[]): readonly string[] {
  const parsed = parseForm({ components })
  return parsed.ok ? [] : parsed.error.map(({ code, field }) => `${field}: ${code}`)
}
