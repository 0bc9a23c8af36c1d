import { getIn } from 'formik'
import type { FieldError, JsonObject } from '../../forms/index.ts'

export interface ServerErrors {
  readonly errors: readonly FieldError[]
  /** What was sent: an error stands until its value is another one. */
  readonly values: JsonObject
}

export interface ErrorSources {
  /** Errors of what is typed so far. */
  readonly found: readonly FieldError[]
  /** Paths that were left once. */
  readonly touched: (path: string) => boolean
  /** The person has pressed a button. */
  readonly attempted: boolean
  readonly server: ServerErrors | null
}

/**
 * The errors that are worth showing now, one for each path: what is wrong with a field that was left, what is missing
 * only once the person has pressed a button, and what the server refused until it is changed.
 */
export function shownErrors(
  { found, touched, attempted, server }: ErrorSources,
  values: JsonObject,
): FieldError[] {
  const own = found.filter(({ path, code }) => attempted || (code !== 'required' && touched(path)))
  const refused = (server?.errors ?? []).filter(({ path }) => isUnchanged(path, server?.values, values))
  const shown = new Map<string, FieldError>()
  for (const error of [...own, ...refused]) if (!shown.has(error.path)) shown.set(error.path, error)
  return [...shown.values()]
}

const isUnchanged = (path: string, sent: unknown, values: JsonObject): boolean =>
  path === '' || Object.is(getIn(sent, path), getIn(values, path))
