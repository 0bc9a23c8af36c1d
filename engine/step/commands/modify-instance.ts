import type { Key } from '../../key.ts'
import { ok, type Result } from '../../result.ts'
import type { Command, Rejection } from '../../state/command.ts'
import type { ElementInstance } from '../../state/instance-state.ts'
import { endsWhenEmpty } from '../ad-hoc.ts'
import type { Execution } from '../execution.ts'
import { arm, enter } from '../lifecycle.ts'
import { type Beginning, type ModificationPlan, planModification } from '../modification/plan-modification.ts'
import { endCanceled, onlyLingers, terminate } from '../terminate.ts'
import { setLocal } from '../variables.ts'

type ModifyInstance = Extract<Command, { type: 'modifyInstance' }>

/**
 * Takes tokens away and puts others elsewhere. New ones are there before the others go, so that no scope ends in
 * between, and begin to work when all are in place. [MO1]
 */
export function modifyInstance(x: Execution, { instructions }: ModifyInstance): Result<void, Rejection> {
  const plan = planModification(x, instructions)
  if (!plan.ok) return plan
  const begun = place(x, plan.value.begun)
  remove(x, plan.value)
  for (const key of begun) {
    const instance = x.state.elements.get(key)
    // What began before it may have ended its scope already.
    if (instance) enter(x, instance, { brought: null })
  }
  return ok(undefined)
}

function place(x: Execution, beginnings: readonly Beginning[]): Key[] {
  const scopes = new Map<string, Key>()
  return beginnings.map((beginning) => {
    const scope = scopeOf(x, beginning, scopes)
    const key = activated(x, beginning.element.index, scope)
    for (const { scope: id, variables } of beginning.variables) setLocal(x, scopeNamed(x, key, id), variables)
    return key
  })
}

/** Scopes that are missing are begun once, whatever begins in them. */
function scopeOf(x: Execution, { base, between }: Beginning, begun: Map<string, Key>): Key {
  let scope = base
  for (const element of between) {
    const place = `${scope} ${element}`
    const known = begun.get(place)
    scope = known ?? activated(x, element, scope)
    if (known !== undefined) continue
    begun.set(place, scope)
    arm(x, x.instance(scope))
  }
  return scope
}

function activated(x: Execution, element: number, scope: Key): Key {
  const key = x.context.nextKey()
  x.emit({ type: 'elementActivated', key, element, scope, loopCounter: 0 })
  return key
}

/** The plan has found out that there is a scope of this id. */
function scopeNamed(x: Execution, from: Key, id: string | null): Key {
  let at = x.instance(from)
  while (at.scope !== 0 && x.element(at).id !== id) at = x.instance(at.scope)
  return at.key
}

function remove(x: Execution, { ended, discarded }: ModificationPlan): void {
  const left = new Set<Key>()
  for (const tokens of discarded) {
    // The same join may have been named twice, or end with its scope.
    if (!x.state.elements.get(tokens.scope)?.held?.has(tokens.flow)) continue
    x.emit({ type: 'tokenDiscarded', ...tokens })
    left.add(tokens.scope)
  }
  for (const { key } of ended) {
    const instance = x.state.elements.get(key)
    if (!instance) continue // it was inside one that has just ended
    terminate(x, instance)
    left.add(instance.scope)
    if (instance.loopCounter > 0) countItem(x, instance)
  }
  for (const scope of left) endEmptied(x, scope)
}

/** An item that is taken away counts as done, without a result: the others are not kept waiting for it. [MO5] */
const countItem = (x: Execution, { scope, loopCounter }: ElementInstance): void =>
  x.emit({ type: 'loopItemCompleted', key: scope, index: loopCounter - 1, output: null })

/** A scope that is left with nothing ends too, and at last the instance, which then is canceled. [MO4] */
function endEmptied(x: Execution, key: Key): void {
  const scope = x.state.elements.get(key)
  if (!scope || !onlyLingers(x, scope) || scope.held || goesOnEmpty(x, scope)) return
  if (scope.scope !== 0) {
    terminate(x, scope)
    if (scope.loopCounter > 0) countItem(x, scope)
    endEmptied(x, scope.scope)
    return
  }
  endCanceled(x)
}

/** Something is being undone in it, or people may still begin something in it. */
function goesOnEmpty(x: Execution, scope: ElementInstance): boolean {
  if (scope.extra?.undoing || scope.extra?.mode === 'canceling') return true
  const element = x.element(scope)
  return element.type === 'adHocSubProcess' && !endsWhenEmpty(element, scope)
}
