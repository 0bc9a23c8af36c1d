import { behaviorOf } from '../behaviors/behaviors.ts'
import type { ElementOf, GraphElement } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance, Phase } from '../state/instance-state.ts'
import { afterActivity } from './ad-hoc.ts'
import { recordCompensation } from './compensation.ts'
import { waitForData } from './data-availability.ts'
import type { Execution } from './execution.ts'
import { leavingFlows } from './flows.ts'
import { raise, takeBackIncident } from './incident.ts'
import { listenAtEnd, listenAtStart, listeningTo, waitsForListener } from './listening.ts'
import { finishItem, goOn, publishOutputs, startLoop } from './loop.ts'
import { throwFromItem } from './loop-throws.ts'
import { mapInputs, mapOutputs } from './mappings.ts'
import { Stuck } from './stuck.ts'
import { closeWaits, openTriggers } from './triggers.ts'
import { setLocal } from './variables.ts'

/** What led to an element: what an event brought, and which of its triggers it was. */
export interface Cause {
  readonly brought: Variables | null
  readonly part?: number | undefined
}

/** From activation to rest; again when an incident on the way is resolved, from the phase it had reached. [LC1] */
export function enter(
  x: Execution,
  instance: ElementInstance,
  given: Cause,
  from: 'activating' | 'armed' = 'activating',
): void {
  let phase = from
  const cause = causeOf(instance) ?? given
  try {
    if (x.activationsLeft-- <= 0) throw endlessLoop(x, instance)
    if (phase === 'armed') mapInputs(x, instance)
    else if (begin(x, instance, cause) === 'rests') return
    phase = 'armed'
    if (work(x, instance, cause) === 'rests') return
  } catch (error) {
    if (error instanceof Stuck && cause.brought) setLocal(x, instance.key, cause.brought)
    raise(x, instance, phase, error)
    return
  }
  complete(x, instance)
}

/** What led to an element whose start listeners were asked first. */
function causeOf({ extra }: ElementInstance): Cause | null {
  const kept = extra?.listening?.cause
  return kept ? { brought: kept.brought, part: kept.part < 0 ? undefined : kept.part } : null
}

function begin(x: Execution, instance: ElementInstance, { brought, part = -1 }: Cause): 'done' | 'rests' {
  if (!listeningTo(instance, 'start')) {
    if (waitForData(x, instance)) return 'rests'
    mapInputs(x, instance)
  }
  if (listenAtStart(x, instance, { brought, part, starts: [] }) === 'rests') return 'rests'
  openOwnTriggers(x, instance)
  if (listeningTo(instance, 'start')) x.emit({ type: 'listeningEnded', key: instance.key })
  return 'done'
}

function prepare(x: Execution, instance: ElementInstance): void {
  mapInputs(x, instance)
  openOwnTriggers(x, instance)
}

function openOwnTriggers(x: Execution, instance: ElementInstance): void {
  const { loop, type } = x.element(instance)
  if (loop || behaviorOf(type).rests) openTriggers(x, instance)
}

function work(x: Execution, instance: ElementInstance, { brought, part }: Cause): 'done' | 'rests' {
  const element = x.element(instance)
  if (!isBody(element, instance)) return behaviorOf(element.type).enter(x, instance, element, brought, part)
  startLoop(x, instance, element.loop!)
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
  else if (phase !== 'completing') enter(x, instance, { brought: null }, phase)
  // What began inside it meanwhile lets it end when that is done.
  else if (instance.children === 0) complete(x, instance)
}

function resumeActive(x: Execution, instance: ElementInstance): void {
  if (instance.job) return // it is offered again
  const element = x.element(instance)
  if (instance.loop) continueLoop(x, instance, false)
  else if (element.type === 'adHocSubProcess') afterActivity(x, instance, element)
  else {
    arm(x, instance)
    x.settleLater(instance.key)
  }
}

/** From the end of its work to its leaving; again when an incident of this phase is resolved. [LC2] */
export function complete(x: Execution, instance: ElementInstance): void {
  if (waitsForListener(instance)) return
  if (instance.extra?.mode === 'shell') completeShell(x, instance, instance.extra.undoes)
  else if (!goesOn(x, instance)) leaveCompleted(x, instance)
}

/** A throwing event with several definitions has more to do. */
function goesOn(x: Execution, instance: ElementInstance): boolean {
  const element = x.element(instance)
  const { goOn } = behaviorOf(element.type)
  if (!goOn) return false
  try {
    return goOn(x, instance, element) === 'rests'
  } catch (error) {
    raise(x, instance, 'completing', error)
    return true
  }
}

function leaveCompleted(x: Execution, instance: ElementInstance): void {
  takeBackIncident(x, instance)
  let flows: readonly number[]
  let endsEarly = false
  const element = x.element(instance)
  const { loop } = element
  const isInner = instance.loopCounter > 0
  const undoes = instance.extra?.undoes ?? 0
  try {
    if (!listeningTo(instance, 'end')) makeOutputs(x, instance)
    if (listenAtEnd(x, instance) === 'rests') return
    flows = isInner ? NO_FLOWS : (behaviorOf(element.type).flows ?? leavingFlows)(x, instance)
    if (loop && isInner) endsEarly = finishItem(x, instance, loop)
  } catch (error) {
    raise(x, instance, 'completing', error)
    return
  }
  if (instance.waits.length > 0) closeWaits(x, instance, () => true)
  const { key, scope } = instance
  if (undoes === 0) recordCompensation(x, instance)
  x.emit({ type: 'elementCompleted', key })
  if (undoes !== 0) x.plan({ do: 'undo', key: undoes })
  else if (isInner) afterItem(x, x.instance(scope), endsEarly)
  else leave(x, element, scope, flows)
}

function makeOutputs(x: Execution, instance: ElementInstance): void {
  const { loop } = x.element(instance)
  if (loop && instance.loopCounter === 0) publishOutputs(x, instance, loop)
  else mapOutputs(x, instance)
}

/** Nothing comes of a scope that was entered again to be undone but that the next thing is undone. */
function completeShell(x: Execution, { key }: ElementInstance, undoes: Key): void {
  x.emit({ type: 'elementCompleted', key })
  x.plan({ do: 'undo', key: undoes })
}

/** What the instances of a loop throw may interrupt the whole of it. */
function afterItem(x: Execution, body: ElementInstance, endsEarly: boolean): void {
  try {
    throwFromItem(x, body)
  } catch (error) {
    raise(x, body, 'active', error)
    return
  }
  if (x.state.elements.has(body.key)) continueLoop(x, body, endsEarly)
}

/** The next item may not be there to be read: an incident of the whole. */
function continueLoop(x: Execution, body: ElementInstance, endsEarly: boolean): void {
  try {
    goOn(x, body, x.element(body).loop!, endsEarly)
  } catch (error) {
    raise(x, body, 'active', error)
  }
}

function leave(x: Execution, element: GraphElement, scope: Key, flows: readonly number[]): void {
  for (const flow of flows) {
    for (let token = 0; token < element.completionQuantity; token++) {
      x.emit({ type: 'sequenceFlowTaken', flow, scope })
      x.plan({ do: 'arrive', flow, scope })
    }
  }
  if (flows.length === 0) x.settleLater(scope)
  const around = x.instance(scope)
  const outer = x.element(around)
  if (outer.type === 'adHocSubProcess') afterInner(x, around, outer)
}

function afterInner(x: Execution, scope: ElementInstance, element: ElementOf<'adHocSubProcess'>): void {
  try {
    afterActivity(x, scope, element)
  } catch (error) {
    raise(x, scope, 'active', error)
  }
}

const isBody = ({ loop }: GraphElement, { loopCounter }: ElementInstance): boolean =>
  loop !== null && loopCounter === 0

const endlessLoop = (x: Execution, instance: ElementInstance): Stuck =>
  new Stuck(
    'ENDLESS_LOOP',
    `'${x.element(instance).id}' was reached in a loop that never rests: let it wait for something, then retry`,
  )

const NO_FLOWS: readonly number[] = []
