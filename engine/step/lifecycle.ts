import { behaviorOf } from '../behaviors/behaviors.ts'
import type { Variables } from '../json.ts'
import type { GraphElement } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { ElementInstance, Phase } from '../state/instance-state.ts'
import type { Execution, Work } from './execution.ts'
import { isJoin, joins, leavingFlows } from './flows.ts'
import { finishItem, goOn, publishOutputs, startLoop } from './loop.ts'
import { mapInputs, mapOutputs } from './mappings.ts'
import { Stuck } from './stuck.ts'
import { closeWaits, openTriggers } from './triggers.ts'
import { setLocal } from './variables.ts'

/** Does all planned work, then lets emptied scopes end, until the instance rests or has ended. [EX2] */
export function runToRest(x: Execution): void {
  for (;;) {
    for (let work = x.nextWork(); work; work = x.nextWork()) perform(x, work)
    const scope = x.nextToSettle()
    if (scope === undefined) return
    settle(x, scope)
  }
}

function perform(x: Execution, work: Work): void {
  if (work.do === 'complete') {
    const instance = x.state.elements.get(work.key)
    if (instance) complete(x, instance)
    return
  }
  const scope = x.state.elements.get(work.scope)
  if (!scope) return // it was interrupted while the token was on its way
  if (work.do === 'activate') {
    activate(x, work.element, work.scope, work.variables, work.loopCounter)
    return
  }
  const target = x.graph.elements[x.graph.flows[work.flow]!.target]!
  if (!isJoin(target) || joins(x, target, work.flow, scope)) activate(x, target.index, work.scope, null, 0)
}

function activate(
  x: Execution,
  element: number,
  scope: Key,
  brought: Variables | null,
  loopCounter: number,
): void {
  const key = x.context.nextKey()
  x.emit({ type: 'elementActivated', key, element, scope, loopCounter })
  const instance = x.instance(key)
  if (loopCounter > 0 && brought) setLocal(x, key, brought)
  enter(x, instance, loopCounter > 0 ? null : brought)
}

/** From activation to rest; again when an incident on the way is resolved, from the phase it had reached. [LC1] */
function enter(
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
    return raise(x, instance, phase, error)
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
  const { key, job, loop } = instance
  if (phase === 'activating' || phase === 'armed') return enter(x, instance, null, phase)
  // What runs inside it by now lets it end when that is done.
  if (phase === 'completing') return instance.children === 0 ? complete(x, instance) : undefined
  if (job) return // it is offered again
  if (loop) return continueLoop(x, instance, false)
  arm(x, instance)
  x.settleLater(key)
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
    return raise(x, instance, 'completing', error)
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

/** A scope ends when nothing is active in it and no token waits at its joins. [SC1] (OMG BPMN 2.0.2, 13.3.4) */
function settle(x: Execution, key: Key): void {
  const scope = x.state.elements.get(key)
  if (!scope || scope.children > 0 || scope.held || scope.incident || x.state.status !== 'active') return
  if (key !== x.state.key) return complete(x, scope)
  closeWaits(x, scope, () => true)
  x.emit({ type: 'instanceCompleted', key })
}

/** Makes a failure visible where it happened: the token rests there until someone helps. [IN1] Defects are thrown on. */
export function raise(x: Execution, instance: ElementInstance, phase: Phase, error: unknown): void {
  if (!(error instanceof Stuck)) throw error
  takeBackIncident(x, instance)
  const { key } = instance
  const incident = x.context.nextKey()
  x.emit({ type: 'incidentRaised', key, incident, incidentType: error.type, phase, message: error.message })
}

/** An element instance has one incident at most. */
function takeBackIncident(x: Execution, { key, incident }: ElementInstance): void {
  if (incident) x.emit({ type: 'incidentResolved', key, incident: incident.key })
}

const isBody = ({ multiInstance }: GraphElement, { loopCounter }: ElementInstance): boolean =>
  multiInstance !== null && loopCounter === 0

const endlessLoop = (x: Execution, instance: ElementInstance): Stuck =>
  new Stuck(
    'ENDLESS_LOOP',
    `'${x.element(instance).id}' was reached in a loop that never rests: let it wait for something, then retry`,
  )

const NO_FLOWS: readonly number[] = []
