import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { EngineEvent } from '../../engine/state/event.ts'
import type { EventPlace } from './told-of.ts'

/** Which element a key stands for; what is waited for stands for the event that waits for it. */
export type Places = Map<number, number>

/** Takes note of what an event says of places. Returns the graph, where a version begins. */
export function remember(
  elementOf: Places,
  event: EngineEvent,
  graphOf: (definition: number) => ProcessGraph,
): ProcessGraph | undefined {
  if (event.type === 'elementActivated') elementOf.set(event.key, event.element)
  if (event.type === 'timerScheduled') elementOf.set(event.timer, event.element)
  if (event.type === 'messageSubscribed' || event.type === 'signalSubscribed')
    elementOf.set(event.subscription, event.element)
  if (event.type === 'conditionOpened') elementOf.set(event.condition, event.element)
  if (event.type === 'instanceCreated') return graphOf(event.definition)
  if (event.type !== 'instanceMigrated') return undefined
  const to = new Map(event.elements)
  for (const [key, element] of elementOf) elementOf.set(key, to.get(element) ?? element)
  return graphOf(event.definition)
}

function happenedAt(event: EngineEvent): number {
  if (event.type === 'timerFired') return event.timer
  if (event.type === 'messageCorrelated' || event.type === 'signalCorrelated') return event.subscription
  if (event.type === 'conditionMet') return event.condition
  return 'key' in event ? event.key : event.scope
}

/** Where it happened; the instance itself is at the process. */
export function placeOf(graph: ProcessGraph | undefined, elementOf: Places, event: EngineEvent): EventPlace {
  const at = (key: number) => graph?.elements[elementOf.get(key) ?? 0]
  const scope = event.type === 'elementActivated' ? at(event.scope) : undefined
  return { element: at(happenedAt(event)), scope }
}
