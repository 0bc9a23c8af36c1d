import type { FeelValue } from '../../engine/feel/index.ts'
import type { Computed, GraphElement } from '../../engine/graph/process-graph.ts'
import type { JsonValue } from '../../engine/index.ts'

/** Those for whom an activity of an ad-hoc sub-process is meant. */
export interface Named {
  readonly people: readonly string[]
  readonly groups: readonly string[]
}

/** What the policy must know of an activity that may be begun. */
export interface OfferFacts {
  /** null: its diagram names nobody. */
  readonly named: Named | null
}

/** Is the person one of those named? */
export const isNamed = (
  { id, groups }: { readonly id: string; readonly groups: readonly string[] },
  named: Named,
): boolean => named.people.includes(id) || named.groups.some((group) => groups.includes(group))

type Variables = Readonly<Record<string, JsonValue>>

const byOf = (activity: GraphElement): readonly Computed[] => {
  if (activity.type !== 'userTask') return []
  const { assignee, candidateUsers, candidateGroups } = activity.userTask
  return [assignee, candidateUsers, candidateGroups].filter((one) => one !== null)
}

/** Whether the diagram alone says whom it names, without the variables of an instance. */
export const isFixed = (activity: GraphElement): boolean =>
  byOf(activity).every(({ kind }) => kind === 'fixed')

/**
 * Whom an activity will name when it is begun, as far as `variables` around it tell. A user task that names somebody whom
 * they do not tell names no one known: it is for those who hand out work.
 */
export function offerFacts(activity: GraphElement, variables: Variables): OfferFacts {
  if (activity.type !== 'userTask' || byOf(activity).length === 0) return { named: null }
  const { assignee, candidateUsers, candidateGroups } = activity.userTask
  const read = (computed: Computed | null) => (computed === null ? [] : namesIn(worth(computed, variables)))
  return {
    named: { people: [...read(assignee), ...read(candidateUsers)], groups: read(candidateGroups) },
  }
}

/** As a user task reads them: a list, or text in which commas separate. [UT2] */
function namesIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',')
  return list.map((one) => String(one).trim()).filter((one) => one !== '')
}

/** Names do not depend on the time: any will do. */
const ANY_TIME = { now: 0, zone: 'UTC' } as const

function worth(computed: Computed, variables: Variables): unknown {
  if (computed.kind === 'fixed') return computed.text
  // JSON is FEEL: the engine evaluates its variables the same way.
  const lookup = (name: string) => variables[name] as FeelValue | undefined
  const value = computed.expression.evaluate(lookup, ANY_TIME)
  return value.ok ? value.value : null
}
