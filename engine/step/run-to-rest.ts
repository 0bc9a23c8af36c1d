import type { Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution, Work } from './execution.ts'
import { isJoin, joins } from './flows.ts'
import { complete, enter } from './lifecycle.ts'
import { closeWaits } from './triggers.ts'
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

/** A scope ends when nothing is active in it and no token waits at its joins. [SC1] (OMG BPMN 2.0.2, 13.3.4) */
function settle(x: Execution, key: Key): void {
  const scope = x.state.elements.get(key)
  if (!scope || scope.children > 0 || scope.held || scope.incident || x.state.status !== 'active') return
  if (key === x.state.key) end(x, scope)
  else complete(x, scope)
}

function end(x: Execution, root: ElementInstance): void {
  closeWaits(x, root, () => true)
  x.emit({ type: 'instanceCompleted', key: root.key })
}
