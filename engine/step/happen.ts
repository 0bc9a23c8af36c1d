import { needsAll } from '../graph/parts-of.ts'
import type { ElementOf, GraphElement } from '../graph/process-graph.ts'
import { noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import { isForData } from '../state/awaits-data.ts'
import type { EngineEvent } from '../state/event.ts'
import type { ElementInstance, Wait } from '../state/instance-state.ts'
import { beginBeside, beginsBeside, beginsOnce } from './begin-beside.ts'
import type { Execution } from './execution.ts'
import { interrupt, proceed } from './interrupt.ts'
import { complete, enter } from './lifecycle.ts'
import { outputOfTrigger } from './output-of-trigger.ts'
import { closeWaits, openWaits, triggerOf } from './triggers.ts'
import { accept } from './variables.ts'

/** As `happen`, for a wait that may have gone meanwhile. */
export function happenIfWaited(x: Execution, key: Key, wait: Key, variables: Variables): void {
  const instance = x.state.elements.get(key)
  const found = instance?.waits.find((one) => one.key === wait)
  if (!instance || !found) return
  const told = conditionOrSignal(x, instance, found)
  if (told) x.emit(told)
  happen(x, instance, found, variables)
}

/** One trigger of an event has happened; the event itself with it, unless it needs the others too. [MU1] [MU2] */
export function happen(x: Execution, instance: ElementInstance, wait: Wait, given: Variables): void {
  const event = x.graph.elements[wait.element]!
  const variables = outputOfTrigger(triggerOf(event), wait.part, given)
  if (isForData(event, wait)) {
    enter(x, instance, { brought: null })
    return
  }
  if (beginsBeside(x, instance, event)) {
    beginBeside(x, event, wait, variables)
    return
  }
  if (!needsAll(triggerOf(event))) {
    take(x, instance, event, variables)
    return
  }
  const { element, part } = wait
  x.emit({ type: 'partHappened', key: instance.key, wait: wait.key, element, part, variables })
  const parts = instance.waits.filter((one) => one.element === wait.element)
  if (!parts.every((one) => one.kind === 'happened')) return
  const brought = Object.assign(noVariables(), ...parts.map((one) => one.variables))
  closeWaits(x, instance, (one) => one.element === wait.element)
  take(x, instance, event, brought)
  if (goesOnWaiting(instance, event)) openWaits(x, instance, [event])
}

/** Whether a wait that is met is over with that. */
export function closesWith(x: Execution, instance: ElementInstance, wait: Wait): boolean {
  const event = x.graph.elements[wait.element]!
  if (beginsBeside(x, instance, event)) return beginsOnce(x, event)
  return needsAll(triggerOf(event)) || !goesOnWaiting(instance, event)
}

function conditionOrSignal(x: Execution, instance: ElementInstance, wait: Wait): EngineEvent | null {
  const closed = closesWith(x, instance, wait)
  const { key } = instance
  if (wait.kind === 'signal') return { type: 'signalCorrelated', key, subscription: wait.key, closed }
  return wait.kind === 'condition' ? { type: 'conditionMet', key, condition: wait.key, closed } : null
}

function take(x: Execution, instance: ElementInstance, event: GraphElement, variables: Variables): void {
  const element = x.element(instance)
  if (event.index === instance.element) {
    accept(x, instance, variables)
    complete(x, instance)
  } else if (element.type === 'eventBasedGateway') choose(x, instance, element, event, variables)
  else if (goesOnWaiting(instance, event)) proceed(x, instance, event, variables)
  else interrupt(x, instance, event, variables)
}

/** Non-interrupting boundary events and event sub-processes go on waiting. */
const goesOnWaiting = (instance: ElementInstance, event: GraphElement): boolean =>
  event.index !== instance.element && 'interrupting' in event && !event.interrupting

/** The first event decides, unless all are needed: then each goes on by itself, and the gateway ends with the last. [EG1] */
function choose(
  x: Execution,
  instance: ElementInstance,
  gateway: ElementOf<'eventBasedGateway'>,
  event: GraphElement,
  variables: Variables,
): void {
  const { key, scope } = instance
  closeWaits(x, instance, (wait) => !gateway.parallel || wait.element === event.index)
  if (instance.waits.length === 0) x.emit({ type: 'elementCompleted', key })
  const flow = event.incoming.find((one) => x.graph.flows[one]!.source === gateway.index)!
  x.emit({ type: 'sequenceFlowTaken', flow, scope })
  x.plan({ do: 'activate', element: event.index, scope, variables, loopCounter: 0 })
}
