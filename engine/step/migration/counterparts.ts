import { partsOf } from '../../graph/parts-of.ts'
import type { GraphElement, ProcessGraph } from '../../graph/process-graph.ts'

/** What an element of the version left behind is in the other one. */
export interface Counterparts {
  readonly from: ProcessGraph
  readonly to: ProcessGraph
  /** Its place in `to`: as the mapping says, else the element with its id and type. Undefined when there is none. */
  of(element: number): number | undefined
  /** Of a sequence flow on which tokens wait at a join. */
  ofFlow(flow: number): number | undefined
  isMapped(id: string): boolean
}

export function counterparts(
  from: ProcessGraph,
  to: ProcessGraph,
  mapping: ReadonlyMap<string, string>,
): Counterparts {
  const of = (index: number): number | undefined => {
    if (index === 0) return 0
    const { id, type } = from.elements[index]!
    const named = mapping.get(id)
    const found = to.indexOf.get(named ?? id)
    return named !== undefined || (found !== undefined && to.elements[found]!.type === type)
      ? found
      : undefined
  }
  return {
    from,
    to,
    of,
    ofFlow: (flow) => flowIn(from, to, mapping, of, flow),
    isMapped: (id) => mapping.has(id),
  }
}

/** By its id or the mapping's, if that leads to the same gateway; else the only one from the same element. */
function flowIn(
  from: ProcessGraph,
  to: ProcessGraph,
  mapping: ReadonlyMap<string, string>,
  of: (element: number) => number | undefined,
  index: number,
): number | undefined {
  const { id, source, target } = from.flows[index]!
  const gateway = of(target)
  if (gateway === undefined) return undefined
  const incoming = to.elements[gateway]!.incoming.map((flow) => to.flows[flow]!)
  const named = incoming.find((flow) => flow.id === (mapping.get(id) ?? id))
  if (named) return named.index
  const alike = incoming.filter((flow) => flow.source === of(source))
  return alike.length === 1 ? alike[0]!.index : undefined
}

/** What an active one can't become another in: type, triggers, what it throws, how it loops. */
export function natureOf(element: GraphElement): string {
  const actions = 'actions' in element ? element.actions.map(({ kind }) => ` throwing ${kind}`).join('') : ''
  return `${element.type}${triggerKind(element)}${actions}${loopKind(element)}`
}

export function triggerKind(element: GraphElement): string {
  if (!('trigger' in element) || element.trigger.kind === 'none') return ''
  const kinds = partsOf(element.trigger).map(({ kind }) => kind)
  const all = element.trigger.kind === 'multiple' && element.trigger.parallel
  return ` with ${kinds.join(all ? ' and ' : ' or ')}`
}

function loopKind({ loop }: GraphElement): string {
  if (!loop) return ''
  if (loop.kind === 'standard') return ' in a loop'
  return loop.sequential ? ', item after item' : ', all items at once'
}
