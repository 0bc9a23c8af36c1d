import type { InstanceDetail, ProcessDetail } from '../../api/contract/index.ts'

/** What the picture says beside the diagram itself: how many tokens and incidents, what is waited for, and which way was gone. */
export interface Marks {
  readonly tokens: ReadonlyMap<string, { active: number; incidents: number }>
  /** By activity, the names of the data that it waits for: one of the lists is enough. */
  readonly awaitedData: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Sequence flows. */
  readonly taken: ReadonlySet<string>
  readonly completed: ReadonlySet<string>
}

/** One instance: where its tokens are and have been. */
export function marksOfInstance({ tokens, awaitedData, taken, completedElements }: InstanceDetail): Marks {
  const here = new Map<string, { active: number; incidents: number }>()
  for (const { elementId, count, incident } of tokens) {
    const known = here.get(elementId) ?? { active: 0, incidents: 0 }
    here.set(elementId, {
      active: known.active + (incident ? 0 : count),
      incidents: known.incidents + (incident ? count : 0),
    })
  }
  return {
    tokens: here,
    awaitedData: new Map(awaitedData.map(({ elementId, oneOf }) => [elementId, oneOf])),
    taken: new Set(taken),
    completed: new Set(completedElements),
  }
}

/** All running instances of a process: how many tokens are where. Incidents are counted among the tokens by the server. */
export const marksOfProcess = ({ elements }: ProcessDetail): Marks => ({
  tokens: new Map(
    Object.entries(elements).map(([id, { active, incidents }]) => [
      id,
      { active: Math.max(active - incidents, 0), incidents },
    ]),
  ),
  awaitedData: new Map(),
  taken: new Set(),
  completed: new Set(),
})
