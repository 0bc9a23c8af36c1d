import type { Scope, SequenceFlow } from '../model/model.ts'
import type { Compiling, Place } from './compiling.ts'
import { feel } from './compute.ts'
import { mayHaveConditions } from './is-activity.ts'
import type { GraphFlow } from './process-graph.ts'

/** Sequence flows of a process with numbers for their ends; those that lead nowhere are reported and left out. */
export function compileFlows(at: Compiling): GraphFlow[] {
  const flows: GraphFlow[] = []
  for (const flow of flowsOf(at.process.inside)) {
    const compiled = compileFlow(flow, flows.length, at)
    if (compiled !== null) flows.push(compiled)
  }
  return flows
}

/** Every sequence flow of a scope and of what lies inside it. */
export const flowsOf = (scope: Scope): SequenceFlow[] => [
  ...scope.flows,
  ...scope.nodes.flatMap((node) => (node.inside === null ? [] : flowsOf(node.inside))),
]

function compileFlow(flow: SequenceFlow, index: number, at: Compiling): GraphFlow | null {
  const source = at.placeOf.get(flow.source)
  const target = at.placeOf.get(flow.target)
  if (source === undefined || target === undefined) {
    at.report(looseEnd(flow))
    return null
  }
  if (source.parent !== target.parent) at.report(crossesScopes(flow))
  const condition = compileCondition(flow, source, at)
  return { index, id: flow.id, name: flow.name, source: source.index, target: target.index, condition }
}

function compileCondition(flow: SequenceFlow, source: Place, at: Compiling) {
  if (flow.condition === null || flow.condition === '') return null
  // It is taken when no other holds, whatever is written at it. (OMG BPMN 2.0.2, table 10.3) [SF3]
  if (source.node.defaultFlow === flow.id) return null
  // It takes every flow, whatever is written at it. (OMG BPMN 2.0.2, 10.6.4) [PG3]
  if (source.node.type === 'ParallelGateway') return null
  if (mayHaveConditions(source.node)) return feel(flow.condition, { element: flow.id, what: 'condition' }, at)
  at.report(conditionNotHere(flow))
  return null
}

const looseEnd = (flow: SequenceFlow) => ({
  code: 'loose_flow',
  element: flow.id,
  message: `The sequence flow must lead from one element of the process to another; ${flow.source || '(nothing)'} → ${flow.target || '(nothing)'} does not.`,
  remedy: 'Connect both ends, or delete it.',
})

const crossesScopes = (flow: SequenceFlow) => ({
  code: 'flow_crosses_scopes',
  element: flow.id,
  message: `The sequence flow from ${flow.source} to ${flow.target} crosses the border of a sub-process.`,
  remedy: 'End it inside the sub-process and go on from the sub-process itself.',
})

const conditionNotHere = (flow: SequenceFlow) => ({
  code: 'condition_not_here',
  element: flow.id,
  message: `Only sequence flows out of activities, events and deciding gateways may have a condition; this one leaves ${flow.source}.`,
  remedy: 'Draw an exclusive gateway there and move the condition to a flow out of it.',
})
