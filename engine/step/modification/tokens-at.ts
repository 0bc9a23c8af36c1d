import type { Key } from '../../key.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Rejection } from '../../state/command.ts'
import type { ElementInstance } from '../../state/instance-state.ts'
import type { Execution } from '../execution.ts'

/** Tokens that wait at a join of a scope. */
export interface HeldTokens {
  readonly scope: Key
  readonly flow: number
  readonly count: number
}

export interface Tokens {
  /** Of a multi-instance activity the whole. */
  readonly instances: readonly ElementInstance[]
  readonly held: readonly HeldTokens[]
}

/** Index of the element with this id in the instance's own version. */
export function elementIndex(x: Execution, id: string): Result<number, Rejection> {
  const index = x.graph.indexOf.get(id)
  if (index !== undefined) return ok(index)
  return fail({
    code: 'element_not_found',
    message: `process '${x.graph.processId}' has no element '${id}' in the version of instance ${x.state.key}`,
  })
}

/** Every token at the element, or the refusal when there is none. [MO2] */
export function tokensAt(x: Execution, id: string): Result<Tokens, Rejection> {
  const index = elementIndex(x, id)
  if (!index.ok) return index
  const all = [...x.state.elements.values()]
  const instances = all.filter(
    (one) => one.element === index.value && one.loopCounter === 0 && one.scope !== 0,
  )
  const held = all.flatMap((scope) => heldAt(x, scope, index.value))
  if (instances.length + held.length > 0) return ok({ instances, held })
  return fail({
    code: 'element_instance_not_found',
    message: `no token is at '${id}' in instance ${x.state.key}: look where its tokens are now`,
  })
}

const heldAt = (x: Execution, scope: ElementInstance, gateway: number): HeldTokens[] =>
  [...(scope.held ?? [])]
    .filter(([flow]) => x.graph.flows[flow]!.target === gateway)
    .map(([flow, count]) => ({ scope: scope.key, flow, count }))
