import type { GraphElement } from '../../graph/process-graph.ts'
import type { Key } from '../../key.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Rejection } from '../../state/command.ts'
import type { ElementInstance } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'

export interface ChosenScope {
  /** The active element instance to begin in. */
  readonly base: Key
  /** Scopes to be begun in it first, outermost first. */
  readonly between: readonly number[]
}

/**
 * Where an element can begin: in the nearest active scope around it, of which there must be one only, or in the one
 * that is named. Scopes that end with the same command do not count. [MO3]
 */
export function chooseScope(
  x: Execution,
  element: GraphElement,
  ancestor: Key | null,
  stays: (instance: ElementInstance) => boolean,
): Result<ChosenScope, Rejection> {
  if (ancestor !== null) return namedScope(x, element, ancestor, stays)
  const between: number[] = []
  for (let scope = element.parent; ; scope = x.graph.elements[scope]!.parent) {
    const around = x.graph.elements[scope]!
    if (around.loop) return inMultiInstance(element, around)
    const active = [...x.state.elements.values()].filter((one) => one.element === scope && stays(one))
    if (active.length > 1) return ambiguous(element, around, active)
    if (active.length === 1) return ok({ base: active[0]!.key, between })
    between.unshift(scope)
  }
}

function namedScope(
  x: Execution,
  element: GraphElement,
  key: Key,
  stays: (instance: ElementInstance) => boolean,
): Result<ChosenScope, Rejection> {
  const named = x.state.elements.get(key)
  if (!named || !stays(named)) {
    return fail({
      code: 'element_instance_not_found',
      message: `the scope ${key} for '${element.id}' is not active in instance ${x.state.key}, or ends with this very change`,
    })
  }
  const between: number[] = []
  for (let scope = element.parent; scope >= 0; scope = x.graph.elements[scope]!.parent) {
    const around = x.graph.elements[scope]!
    const isWhole = around.loop !== null && named.loopCounter === 0
    if (named.element === scope && !isWhole) return ok({ base: key, between })
    if (around.loop) return inMultiInstance(element, around)
    between.unshift(scope)
  }
  return fail({
    code: 'modification_not_allowed',
    message: `'${element.id}' does not lie in '${x.element(named).id}' (${key}): name a scope around it`,
  })
}

/** How many there are of it is settled; an element can be begun in one that is there. */
const inMultiInstance = (element: GraphElement, around: GraphElement): Result<never, Rejection> =>
  fail({
    code: 'modification_not_allowed',
    message: `'${element.id}' lies in the loop '${around.id}': name the inner instance to begin it in`,
  })

const ambiguous = (
  element: GraphElement,
  around: GraphElement,
  active: readonly ElementInstance[],
): Result<never, Rejection> =>
  fail({
    code: 'scope_ambiguous',
    message: `'${around.id}' around '${element.id}' is active ${active.length} times (${active.map(({ key }) => key).join(', ')}): name one`,
  })
