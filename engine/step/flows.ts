import type { GraphFlow } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'
import { evaluate, lookupFrom } from './variables.ts'

/**
 * Flows that a completed element leaves by: all without a condition and all whose condition holds; the default flow too if
 * none of the conditions does. [SF1] (OMG BPMN 2.0.2, 13.3.1, table 10.3)
 */
export function leavingFlows(x: Execution, instance: ElementInstance): readonly number[] {
  const { outgoing, defaultFlow } = x.element(instance)
  if (!outgoing.some((flow) => flowAt(x, flow).condition)) return outgoing
  const taken = outgoing.filter((flow) => flow !== defaultFlow && holds(x, instance, flowAt(x, flow)))
  if (defaultFlow >= 0 && !taken.some((flow) => flowAt(x, flow).condition)) return [...taken, defaultFlow]
  return taken.length > 0 ? taken : noFlow(x, instance)
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

/**
 * Flows of a complex gateway. When it resets it sends tokens where a condition holds then, or on the default flow if none
 * does; a flow without a condition has nothing that could hold a second time. [CG3] (OMG BPMN 2.0.2, table 13.5)
 */
export function complexFlows(x: Execution, instance: ElementInstance): readonly number[] {
  if (instance.variables?.[WAITING_FOR_START] !== false) return leavingFlows(x, instance)
  const { outgoing, defaultFlow } = x.element(instance)
  const conditional = outgoing.filter((flow) => flow !== defaultFlow && flowAt(x, flow).condition)
  const taken = conditional.filter((flow) => holds(x, instance, flowAt(x, flow)))
  return taken.length === 0 && conditional.length > 0 && defaultFlow >= 0 ? [defaultFlow] : taken
}

/** Variable of a complex gateway: it is activated because its condition holds (true), or resets (false). */
export const WAITING_FOR_START = 'waitingForStart'

const flowAt = (x: Execution, index: number): GraphFlow => x.graph.flows[index]!
