import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Key } from '../../engine/key.ts'
import type { EngineEvent } from '../../engine/state/event.ts'
import type { Observed } from '../running/contender.ts'

export interface InstanceHistory {
  readonly graph: ProcessGraph
  readonly events: readonly EngineEvent[]
}

type Counted = Pick<Observed, 'entered' | 'completed' | 'completions'>

/** Activations and completions by element. A multi-instance activity counts by its instances, not as a whole. */
export function countHistory(histories: readonly InstanceHistory[]): Counted {
  const entered = new Counter()
  const completed = new Counter()
  const completions: string[] = []
  for (const { graph, events } of histories) {
    const uncounted = bodies(events)
    const elementOf = new Map<Key, GraphElement>()
    for (const event of events) {
      if (event.type === 'elementActivated') {
        const element = graph.elements[event.element]!
        elementOf.set(event.key, element)
        if (!uncounted.has(event.key) && !countsArrivals(element)) entered.add(element.id)
      }
      if (event.type === 'sequenceFlowTaken') {
        const target = graph.elements[graph.flows[event.flow]!.target]!
        if (countsArrivals(target)) entered.add(target.id)
      }
      if (event.type === 'elementCompleted' && !uncounted.has(event.key)) {
        const { id } = elementOf.get(event.key) ?? graph.elements[0]!
        completed.add(id)
        completions.push(id)
      }
    }
  }
  return { entered: entered.counts, completed: completed.counts, completions }
}

/** Each token that arrives at a joining gateway enters it, though it is activated once for all of them. */
const countsArrivals = ({ type, incoming }: GraphElement): boolean =>
  type.endsWith('Gateway') && incoming.length > 0

/** Wholes of loops, and completed scopes that are there again so that what is inside them can be undone. */
const bodies = (events: readonly EngineEvent[]): ReadonlySet<Key> =>
  new Set(
    events.flatMap((event) =>
      event.type === 'loopStarted' || event.type === 'shellEntered' ? [event.key] : [],
    ),
  )

class Counter {
  readonly counts = new Map<string, number>()

  add(id: string): void {
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1)
  }
}
