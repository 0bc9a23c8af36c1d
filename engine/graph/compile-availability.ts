import type { FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { feel } from './compute.ts'
import type { Availability, NamedData } from './process-graph.ts'

/**
 * Whether one of the activity's input sets is available: whether all data that associations connect with its inputs has a
 * value. Null when there is a set that needs nothing, or no set. [DO6] (OMG BPMN 2.0.2, 10.4.2)
 */
export function compileAvailability(node: FlowNode, at: Compiling): Availability | null {
  const sets = node.data.inputSets.map((needed) => dataFor(needed, node, at))
  if (sets.length === 0 || sets.some((data) => data.length === 0)) return null
  const filled = (data: readonly NamedData[]) =>
    data.map(({ variable }) => `${variable} != null`).join(' and ')
  const condition = feel(`=${sets.map(filled).join(' or ')}`, { element: node.id, what: 'input set' }, at)
  return condition && { condition, sets }
}

/** The data that fills these inputs, each variable once. */
function dataFor(needed: readonly string[], node: FlowNode, at: Compiling): NamedData[] {
  const data = node.data.inputs
    .filter(({ target }) => needed.includes(target))
    .flatMap((association) => association.sources)
    .flatMap((id) => at.dataNames.get(id) ?? [])
  return [...new Map(data.map((one) => [one.variable, one])).values()]
}
