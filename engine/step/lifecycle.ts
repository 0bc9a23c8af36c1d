import { behaviorOf } from '../behaviors/behaviors.ts'
import type { GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance, Phase } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { leavingFlows } from './flows.ts'
import { raise, takeBackIncident } from './incident.ts'
import { finishItem, goOn, publishOutputs, startLoop } from './loop.ts'
import { mapInputs, mapOutputs } from './mappings.ts'
import { Stuck } from './stuck.ts'
import { closeWaits, openTriggers } from './triggers.ts'
import { setLocal } from './variables.ts'

/** From activation to rest; again when an incident on the way is resolved, from the phase it had reached. [LC1] */
export function enter(
  x: Execution,
  instance: ElementInstance,
  brought: Variables | null,
  from: 'activating' | 'armed' = 'activating',
): void {
  let phase = from
  try {
    if (x.activationsLeft-- <= 0) throw endlessLoop(x, instance)
    if (phase === 'activating') prepare(x, instance)
    else mapInputs(x, instance)
    phase = 'armed'
    if (work(x, instance, brought) === 'rests') return
  } catch (error) {
    if (error instanceof Stuck && brought) setLocal(x, instance.key, brought)
    raise(x, instance, phase, error)
    return
  }
  complete(x, instance)
}

function prepare(x: Execution, instance: ElementInstance): void {
  mapInputs(x, instance)
  const { multiInstance, type } = x.element(instance)
  if (multiInstance || behaviorOf(type).rests) openTriggers(x, instance)
}

function work(x: Execution, instance: ElementInstance, brought: Variables | null): 'done' | 'rests' {
  const element = x.element(instance)
  if (!isBody(element, instance)) return behaviorOf(element.type).enter(x, instance, element, brought)
  startLoop(x, instance, element.multiInstance!)
  return 'rests'
}

/** Opens the triggers of a scope that is begun from inside; if that fails it runs and carries the incident. [CI1] */
export function arm(x: Execution, scope: ElementInstance): void {
  try {
    prepare(x, scope)
  } catch (error) {
    raise(x, scope, 'active', error)
  }
}

/** Goes on after an incident: through the phase that failed again. [IN2] */
export function resume(x: Execution, instance: ElementInstance, phase: Phase): void {
  if (phase === 'active') resumeActive(x, instance)
  else if (phase !== 'completing') enter(x, instance, null, phase)
  // What began inside it meanwhile lets it end when that is done.
  else if (instance.children === 0) complete(x, instance)
}

function resumeActive(x: Execution, instance: ElementInstance): void {
  if (instance.job) return // it is offered again
  if (instance.loop) continueLoop(x, instance, false)
  else {
    arm(x, instance)
    x.settleLater(instance.key)
  }
}

/** From the end of its work to its leaving; again when an incident of this phase is resolved. [LC2] */
export function complete(x: Execution, instance: ElementInstance): void {
  takeBackIncident(x, instance)
  let flows: readonly number[]
  let endsEarly = false
  const element = x.element(instance)
  const multi = element.multiInstance
  const isInner = instance.loopCounter > 0
  try {
    if (multi && !isInner) publishOutputs(x, instance, multi)
    else mapOutputs(x, instance)
    flows = isInner ? NO_FLOWS : (behaviorOf(element.type).flows ?? leavingFlows)(x, instance)
    if (multi && isInner) endsEarly = finishItem(x, instance, multi)
  } catch (error) {
    raise(x, instance, 'completing', error)
    return
  }
  if (instance.waits.length > 0) closeWaits(x, instance, () => true)
  const { key, scope } = instance
  x.emit({ type: 'elementCompleted', key })
  if (isInner) continueLoop(x, x.instance(scope), endsEarly)
  else leave(x, scope, flows)
}

/** The next item may not be there to be read: an incident of the whole. */
function continueLoop(x: Execution, body: ElementInstance, endsEarly: boolean): void {
  try {
    goOn(x, body, x.element(body).multiInstance!, endsEarly)
  } catch (error) {
    raise(x, body, 'active', error)
  }
}

function leave(x: Execution, scope: Key, flows: readonly number[]): void {
  for (const flow of flows) {
    x.emit({ type: 'sequenceFlowTaken', flow, scope })
    x.plan({ do: 'arrive', flow, scope })
  }
  if (flows.length === 0) x.settleLater(scope)
}

const isBody = ({ multiInstance }: GraphElement, { loopCounter }: ElementInstance): boolean =>
  multiInstance !== null && loopCounter === 0

const endlessLoop = (x: Execution, instance: ElementInstance): Stuck =>
  new Stuck(
    'ENDLESS_LOOP',
    `'${x.element(instance).id}' was reached in a loop that never rests: let it wait for something, then retry`,
  )

const NO_FLOWS: readonly number[] = []
