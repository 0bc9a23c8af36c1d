import type { Form } from '../schema/form.ts'
import { holds } from './rule.ts'
import { type FormMoment, type Visit, walkForm } from './walk-form.ts'

/** How one field behaves at this moment. */
export interface FieldState {
  readonly visible: boolean
  /** True only for visible fields that can be edited. */
  readonly required: boolean
  readonly readOnly: boolean
}

/** States by path: `items[2].quantity`, `#<id>` for what holds no value. */
export type FieldStates = ReadonlyMap<string, FieldState>

/** The rules evaluated once on the data as it is; `settle` repeats this until hidden fields have no say any more. */
export function evaluateStates(form: Form, data: unknown, moment: FormMoment): FieldStates {
  const states = new Map<string, FieldState>()
  const needed = form.outcomes.find(({ outcome }) => outcome === moment.outcome)?.requires ?? []
  for (const visit of walkForm(form, data, moment)) {
    const outer = visit.parent === null ? undefined : states.get(visit.parent)
    states.set(visit.path, stateOf(visit, outer, needed))
  }
  return states
}

/** A rule that cannot be evaluated leaves the field visible, read-only and not required: seen, but not changed. */
function stateOf(
  { field, path, context }: Visit,
  outer: FieldState | undefined,
  needed: readonly string[],
): FieldState {
  const visible = outer?.visible !== false && !holds(field.rules.hide, context, false)
  const readOnly = outer?.readOnly === true || holds(field.rules.readOnly, context, true)
  const asked = needed.includes(path) || field.rules.required.some((rule) => holds(rule, context, false))
  return { visible, readOnly, required: visible && !readOnly && asked }
}

export function sameStates(a: FieldStates, b: FieldStates): boolean {
  if (a.size !== b.size) return false
  for (const [path, state] of a) {
    const other = b.get(path)
    if (
      other?.visible !== state.visible ||
      other.readOnly !== state.readOnly ||
      other.required !== state.required
    )
      return false
  }
  return true
}

/** What both allow: for rules that contradict each other and never come to rest. */
export function strictest(a: FieldStates, b: FieldStates): FieldStates {
  const both = new Map<string, FieldState>()
  for (const [path, state] of b) {
    const other = a.get(path) ?? state
    const visible = state.visible && other.visible
    const readOnly = state.readOnly || other.readOnly
    both.set(path, {
      visible,
      readOnly,
      required: visible && !readOnly && (state.required || other.required),
    })
  }
  return both
}
