import type { GraphElement, GraphFlow } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'
import { evaluate, lookupFrom } from './variables.ts'

/**
 * Flows that a completed element leaves by: all without a condition and all whose condition holds; the default flow if
 * none of the conditional ones does. [SF1] (OMG BPMN 2.0.2, 13.3.1)
 */
export function leavingFlows(x: Execution, instance: ElementInstance): readonly number[] {
  const { outgoing, defaultFlow } = x.element(instance)
  if (!outgoing.some((flow) => flowAt(x, flow).condition)) return outgoing
  const taken = outgoing.filter((flow) => flow !== defaultFlow && holds(x, instance, flowAt(x, flow)))
  if (taken.length > 0) return taken
  return defaultFlow >= 0 ? [defaultFlow] : noFlow(x, instance)
}

/** The one flow of an exclusive gateway: the first, in the diagram's order, whose condition holds, else the default. [XG1] */
export function exclusiveFlow(x: Execution, instance: ElementInstance): readonly number[] {
  const { outgoing, defaultFlow } = x.element(instance)
  for (const flow of outgoing) {
    if (flow !== defaultFlow && holds(x, instance, flowAt(x, flow))) return [flow]
  }
  if (defaultFlow >= 0) return [defaultFlow]
  return outgoing.length === 0 ? [] : noFlow(x, instance)
}

/** A flow without a condition always holds; a condition that is not a boolean is an incident. [SF2] */
function holds(x: Execution, instance: ElementInstance, flow: GraphFlow): boolean {
  if (!flow.condition) return true
  const value = evaluate(x, flow.condition, lookupFrom(x, instance), 'CONDITION_ERROR')
  if (typeof value === 'boolean') return value
  throw new Stuck(
    'CONDITION_ERROR',
    `the condition of '${flow.id}' must be true or false, but '${flow.condition.text}' is ${JSON.stringify(value)}`,
  )
}

function noFlow(x: Execution, instance: ElementInstance): never {
  const { id } = x.element(instance)
  throw new Stuck(
    'CONDITION_ERROR',
    `no outgoing flow of '${id}' has a condition that holds, and there is no default`,
  )
}

/** A parallel gateway with several incoming flows waits for a token on each of them. [PG1] */
export const isJoin = (element: GraphElement): boolean =>
  element.type === 'parallelGateway' && element.incoming.length > 1

/**
 * Holds the token that came by `flow`; true when every incoming flow now has one, which are then used up, one of each,
 * so that tokens of a later round stay. [PG2]
 */
export function joins(x: Execution, element: GraphElement, flow: number, scope: ElementInstance): boolean {
  x.emit({ type: 'tokenHeld', scope: scope.key, flow })
  const { held } = scope
  if (!element.incoming.every((incoming) => held?.get(incoming))) return false
  x.emit({ type: 'tokensJoined', scope: scope.key, flows: element.incoming })
  return true
}

const flowAt = (x: Execution, index: number): GraphFlow => x.graph.flows[index]!
