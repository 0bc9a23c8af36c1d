import type { VariableLookup } from '../feel/index.ts'
import type { GraphFlow } from '../graph/process-graph.ts'
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
  return conditionIs(x, flow, lookupFrom(x, instance))
}

function conditionIs(x: Execution, flow: GraphFlow, lookup: VariableLookup): boolean {
  if (!flow.condition) return true
  const value = evaluate(x, flow.condition, lookup, 'CONDITION_ERROR')
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
 * Flows of a complex gateway. When it resets it sends tokens only where a condition holds that would not have held when it
 * started: conditions tell the two by `waitingForStart`. [CG3] (OMG BPMN 2.0.2, 13.4.5)
 */
export function complexFlows(x: Execution, instance: ElementInstance): readonly number[] {
  if (instance.variables?.[WAITING_FOR_START] !== false) return leavingFlows(x, instance)
  const around = lookupFrom(x, instance)
  const atStart: VariableLookup = (name) => (name === WAITING_FOR_START ? true : around(name))
  return x.element(instance).outgoing.filter((index) => {
    const flow = flowAt(x, index)
    return flow.condition !== null && holds(x, instance, flow) && !conditionIs(x, flow, atStart)
  })
}

/** Variable of a complex gateway: it is activated because its condition holds (true), or resets (false). */
export const WAITING_FOR_START = 'waitingForStart'

const flowAt = (x: Execution, index: number): GraphFlow => x.graph.flows[index]!
