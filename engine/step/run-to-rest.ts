import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { endsWhenEmpty } from './ad-hoc.ts'
import { followData } from './associate-keys.ts'
import { undoInside } from './compensation.ts'
import { beginCompleting } from './completing.ts'
import { watchConditions } from './conditions.ts'
import type { Execution, Undo, Work } from './execution.ts'
import { WAITING_FOR_START } from './flows.ts'
import { arrivalAt, joins } from './gates.ts'
import { happenIfWaited } from './happen.ts'
import { raise } from './incident.ts'
import { complete, enter } from './lifecycle.ts'
import { listenAtEnd, waitsForListener } from './listening.ts'
import { nextOpening } from './openings.ts'
import { finishTermination, isTerminating } from './terminate.ts'
import { closeWaits } from './triggers.ts'
import { undo } from './undo.ts'
import { setLocal } from './variables.ts'

/**
 * Does all planned work, and looks at conditions after each piece of it [CE4]; then lets gateways open that wait for what is
 * elsewhere, and emptied scopes end, until the instance rests or has ended. [EX2]
 */
export function runToRest(x: Execution): void {
  for (;;) {
    if (x.graph.correlation) followData(x)
    if (x.graph.hasConditions) watchConditions(x)
    const work = x.nextWork()
    if (work) {
      perform(x, work)
      continue
    }
    if (x.graph.hasGates && openGate(x)) continue
    const scope = x.nextToSettle()
    if (scope === undefined) return
    settle(x, scope)
  }
}

function perform(x: Execution, work: Work): void {
  switch (work.do) {
    case 'complete': {
      const instance = x.state.elements.get(work.key)
      // What lingers inside a loop that ends early lets it end later. [UT11]
      if (instance && instance.children === 0) complete(x, instance)
      return
    }
    case 'happen':
      happenIfWaited(x, work.key, work.wait, work.variables)
      return
    case 'undo':
      undo(x, work.key)
      return
    case 'activate':
      if (x.state.elements.has(work.scope)) activate(x, work)
      return // else it was interrupted on the way
    case 'arrive': {
      const scope = x.state.elements.get(work.scope)
      if (scope) arrive(x, work.flow, scope)
    }
  }
}

function arrive(x: Execution, flow: number, scope: ElementInstance): void {
  const target = x.graph.elements[x.graph.flows[flow]!.target]!
  const arrival = arrivalAt(target)
  if (arrival !== 'passes') {
    x.emit({ type: 'tokenHeld', scope: scope.key, flow })
    if (!joins(x, target, arrival, scope)) return
  }
  activate(x, token(target.index, scope.key, arrival === 'complex' ? startsComplex(true) : null))
}

/** True when a gateway has gone on. */
function openGate(x: Execution): boolean {
  const opening = nextOpening(x)
  if (!opening) return false
  const { gateway, scope, waitingForStart } = opening
  const own = waitingForStart === null ? null : startsComplex(waitingForStart)
  activate(x, token(gateway.index, scope.key, own))
  return true
}

type Activate = Extract<Work, { do: 'activate' }>

const token = (element: number, scope: Key, own: Variables | null): Activate => ({
  do: 'activate',
  element,
  scope,
  variables: null,
  loopCounter: 0,
  own,
})

const startsComplex = (starts: boolean): Variables => ({ [WAITING_FOR_START]: starts })

function activate(x: Execution, work: Activate): void {
  const { element, scope, variables, loopCounter, own = null, part, undoing } = work
  if (undoing && !x.state.elements.has(undoing.holder)) return
  const key = x.context.nextKey()
  x.emit({ type: 'elementActivated', key, element, scope, loopCounter })
  const instance = x.instance(key)
  const isItem = loopCounter > 0
  const mine = isItem ? variables : own
  if (mine) setLocal(x, key, mine)
  if (undoing) beginUndoing(x, instance, undoing)
  if (!undoing?.asShell) enter(x, instance, { brought: isItem ? null : variables, part })
}

function beginUndoing(x: Execution, instance: ElementInstance, { holder, record, asShell }: Undo): void {
  const { key } = instance
  x.emit({ type: 'undoBegun', key, holder })
  if (record.variables) setLocal(x, key, record.variables)
  if (asShell) undoInside(x, instance, record)
}

/** A scope ends when nothing is active in it and no token waits at its joins. [SC1] (OMG BPMN 2.0.2, 13.3.4) */
function settle(x: Execution, key: Key): void {
  const scope = x.state.elements.get(key)
  if (scope && isTerminating(scope)) settleTerminating(x, scope)
  if (
    !scope ||
    isTerminating(scope) ||
    waitsForListener(scope) ||
    scope.held ||
    scope.incident ||
    x.state.status !== 'active'
  )
    return
  if (scope.extra && (scope.extra.undoing || scope.extra.mode === 'canceling')) return
  const element = x.element(scope)
  if (element.type === 'adHocSubProcess' && !isShell(scope) && !endsWhenEmpty(element, scope)) return
  if (scope.children > 0) beginCompleting(x, scope)
  else if (key === x.state.key) end(x, scope)
  else complete(x, scope)
}

/** What lingered inside it has ended. [UT11] */
function settleTerminating(x: Execution, scope: ElementInstance): void {
  if (scope.children > 0) return
  if (scope.key === x.state.key) x.emit({ type: 'instanceCanceled', key: scope.key })
  else {
    finishTermination(x, scope)
    x.settleLater(scope.scope)
  }
}

const isShell = ({ extra }: ElementInstance): boolean => extra?.mode === 'shell'

function end(x: Execution, root: ElementInstance): void {
  try {
    if (listenAtEnd(x, root) === 'rests') return
  } catch (error) {
    raise(x, root, 'active', error)
    return
  }
  closeWaits(x, root, () => true)
  x.emit({ type: 'instanceCompleted', key: root.key })
}
