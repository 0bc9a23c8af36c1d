import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { EngineEvent } from '../../engine/state/event.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'
import type { InstanceDetail } from '../contract/index.ts'

type Token = InstanceDetail['tokens'][number]

const idAt = (graph: ProcessGraph, index: number) => graph.elements[index]?.id ?? ''

/** Tokens rest in the innermost active element instances, and at joins that still wait for others. */
function restingPlaces(graph: ProcessGraph, one: ElementInstance): { elementId: string; count: number }[] {
  const joins = [...(one.held ?? [])].map(([flow, count]) => ({
    elementId: idAt(graph, graph.flows[flow]?.target ?? -1),
    count,
  }))
  const isLeaf = one.scope !== 0 && one.children === 0 && joins.length === 0
  return isLeaf ? [{ elementId: idAt(graph, one.element), count: 1 }] : joins
}

/** Where the tokens are, per element, and whether one of them is stuck there. */
export function tokensOf(graph: ProcessGraph, state: InstanceState | null): Token[] {
  const tokens = new Map<string, Token>()
  for (const one of state?.elements.values() ?? []) {
    const stuck = one.incident !== null ? idAt(graph, one.element) : null
    for (const { elementId, count } of restingPlaces(graph, one)) {
      const token = tokens.get(elementId) ?? { elementId, count: 0, incident: false }
      tokens.set(elementId, {
        elementId,
        count: token.count + count,
        incident: token.incident || stuck === elementId,
      })
    }
    if (stuck !== null && !tokens.has(stuck))
      tokens.set(stuck, { elementId: stuck, count: 0, incident: true })
  }
  return [...tokens.values()]
}

/** What the tokens have passed, from the history: each id once, in the order of the first passing. */
export function passedBy(graphOf: (definition: number) => ProcessGraph, events: readonly EngineEvent[]) {
  const idOf = new Map<number, string>()
  const taken = new Set<string>()
  const completed = new Set<string>()
  let graph: ProcessGraph | undefined
  for (const event of events) {
    if (event.type === 'instanceCreated' || event.type === 'instanceMigrated')
      graph = graphOf(event.definition)
    if (graph === undefined) continue
    if (event.type === 'elementActivated') idOf.set(event.key, idAt(graph, event.element))
    if (event.type === 'sequenceFlowTaken') taken.add(graph.flows[event.flow]?.id ?? '')
    if (event.type === 'elementCompleted') completed.add(idOf.get(event.key) ?? '')
  }
  return { taken: [...taken], completedElements: [...completed], idOf }
}
