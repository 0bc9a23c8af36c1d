import { type Form, type FormProblem, type Outcome, parseForm } from '../../forms/index.ts'

type Parsed =
  | { readonly ok: true; readonly value: Form }
  | { readonly ok: false; readonly error: readonly FormProblem[] }

/**
 * The form of a task or a start. Without a schema there is nothing to fill in; without buttons of its own it ends with
 * one of the `outcomes` that the diagram names.
 */
export function formToFill(schema: unknown, outcomes: readonly string[]): Parsed {
  const parsed =
    schema === null ? { ok: true as const, value: { id: '', fields: [], outcomes: [] } } : parseForm(schema)
  if (!parsed.ok || parsed.value.outcomes.length > 0) return parsed
  return { ok: true, value: { ...parsed.value, outcomes: outcomes.map(namedByDiagram) } }
}

const namedByDiagram = (outcome: string): Outcome => ({
  outcome,
  label: outcome,
  name: outcome,
  texts: { label: { base: [outcome], byLanguage: new Map() } },
  primary: false,
  destructive: false,
  requires: [],
  path: `#outcome:${outcome}`,
})
