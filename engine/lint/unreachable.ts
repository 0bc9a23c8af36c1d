import type { GraphElement, ProcessGraph } from '../graph/process-graph.ts'
import type { Rule } from './advice.ts'

/** No token ever comes to these elements. */
export const unreachable: Rule = (graph) => {
  const reached = reach(graph)
  return graph.elements
    .filter(({ index }) => !reached.has(index))
    .map(({ id }) => ({
      rule: 'unreachable',
      element: id,
      message: `No path leads to ${id}.`,
      remedy: 'Connect it, or remove it.',
    }))
}

/** Indexes of all elements that a token can come to. */
function reach({ elements, flows }: ProcessGraph): ReadonlySet<number> {
  const insides = groupByParent(elements)
  const reached = new Set<number>()
  const waiting = [0]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const element = elements[index]
    if (element === undefined || reached.has(index)) continue
    reached.add(index)
    waiting.push(...element.boundaryEvents, ...(insides.get(index) ?? []))
    for (const flow of element.outgoing) waiting.push(flows[flow]?.target ?? -1)
  }
  return reached
}

/** Where tokens begin inside each scope: start events and event sub-processes. */
function groupByParent(elements: readonly GraphElement[]): ReadonlyMap<number, readonly number[]> {
  const begins = new Map<number, number[]>()
  for (const { type, parent, index } of elements) {
    if (type !== 'startEvent' && type !== 'eventSubProcess') continue
    const known = begins.get(parent)
    if (known === undefined) begins.set(parent, [index])
    else known.push(index)
  }
  return begins
}
