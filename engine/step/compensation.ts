import type { GraphElement } from '../graph/process-graph.ts'
import { noVariables } from '../json.ts'
import type { CompensationRecord, ElementInstance } from '../state/instance-state.ts'
import { behindBoundary } from './behind-boundary.ts'
import type { Execution } from './execution.ts'

/**
 * Notes, as an activity completes, that it can be undone: by its handler, or by undoing what was completed inside it. [CO1]
 * (OMG BPMN 2.0.2, 10.7, 13.5.5)
 */
export function recordCompensation(x: Execution, instance: ElementInstance): void {
  const element = x.element(instance)
  const inner = instance.extra?.compensations ?? []
  if (element.compensatedBy < 0 && inner.length === 0 && compensationSubProcess(element) < 0) return
  if (element.type === 'eventSubProcess' || instance.extra?.mode === 'shell') return
  const isLoop = element.loop !== null && instance.loopCounter === 0
  if (isLoop && inner.length === 0) return
  const variables = isLoop ? null : instance.variables && Object.assign(noVariables(), instance.variables)
  const record: CompensationRecord = { key: instance.key, element: element.index, variables, inner, isLoop }
  const at = placeOf(x, instance)
  x.emit({ type: 'compensationRecorded', scope: instance.scope, record, ...(at >= 0 && { at }) })
}

/**
 * What a boundary event of the activity led to is undone before the activity, also if it completed first. -1: nothing did.
 * [CO2]
 */
function placeOf(x: Execution, { key, scope, element, loopCounter }: ElementInstance): number {
  const recorded = x.instance(scope).extra?.compensations ?? []
  if (loopCounter > 0 || recorded.length === 0) return -1
  const behind = behindBoundary(x.graph, x.graph.elements[element]!)
  return recorded.findIndex((one) => one.key > key && behind.has(one.element))
}

/**
 * Has one activity, or all of a scope (-1), undone on behalf of `holder`, which goes on when all is done.
 *
 * @returns false when there is nothing to undo
 */
export function compensate(
  x: Execution,
  holder: ElementInstance,
  scope: ElementInstance,
  activity: number,
): boolean {
  if (!holds(scope, activity)) return false
  const isUnderWay = holder.extra?.undoing != null
  x.emit({ type: 'compensationStarted', key: holder.key, scope: scope.key, activity })
  if (!isUnderWay) x.plan({ do: 'undo', key: holder.key })
  return true
}

/**
 * The scopes in which something is undone that a throwing event means, in the order in which that is done: of one activity the
 * nearest outwards that holds it, of all its own and, from an event sub-process, those around. [CO3]
 */
export function compensatedScopes(
  x: Execution,
  thrower: ElementInstance,
  activity: number,
): ElementInstance[] {
  const scopes = activity === -1 ? scopesSeen(x, thrower) : [scopeOf(x, thrower, activity)]
  return scopes.filter((scope) => holds(scope, activity))
}

function scopesSeen(x: Execution, thrower: ElementInstance): ElementInstance[] {
  let scope = x.instance(thrower.scope)
  const scopes = [scope]
  while (x.element(scope).type === 'eventSubProcess') {
    scope = x.instance(scope.scope)
    scopes.push(scope)
  }
  return scopes
}

function scopeOf(x: Execution, thrower: ElementInstance, activity: number): ElementInstance {
  let scope = x.instance(thrower.scope)
  const { parent } = x.graph.elements[activity]!
  while (scope.element !== parent && scope.scope !== 0) scope = x.instance(scope.scope)
  return scope
}

const holds = ({ extra }: ElementInstance, activity: number): boolean =>
  (extra?.compensations ?? []).some(({ element }) => activity === -1 || element === activity)

/** Undoes what was completed last; one after another. True when nothing is left. [CO2] */
export function undoNext(x: Execution, holder: ElementInstance): boolean {
  const next = holder.extra!.undoing!.at(-1)
  if (!next) {
    x.emit({ type: 'compensationEnded', key: holder.key })
    return true
  }
  const { scope, record } = next
  const element = x.graph.elements[record.element]!
  const asShell = element.compensatedBy < 0 || record.isPartial === true
  x.plan({
    do: 'activate',
    element: asShell ? element.index : element.compensatedBy,
    scope,
    variables: null,
    loopCounter: 0,
    undoing: { holder: holder.key, record, asShell },
  })
  return false
}

/**
 * A scope was entered again: its event sub-process for compensation undoes it, or all inside it is undone. [CO4] One that did
 * not complete has no handler. [TX1]
 */
export function undoInside(
  x: Execution,
  shell: ElementInstance,
  { inner, isPartial }: CompensationRecord,
): void {
  const { key } = shell
  x.emit({ type: 'shellEntered', key, compensations: inner })
  const element = isPartial ? -1 : compensationSubProcess(x.element(shell))
  if (element >= 0) x.plan({ do: 'activate', element, scope: key, variables: noVariables(), loopCounter: 0 })
  else if (!compensate(x, shell, shell, -1)) x.settleLater(key)
}

const compensationSubProcess = (element: GraphElement): number =>
  'compensationSubProcess' in element ? element.compensationSubProcess : -1
