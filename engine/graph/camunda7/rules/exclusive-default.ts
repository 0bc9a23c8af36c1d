import type { FlowNode, Scope } from '../../../model/model.ts'
import type { Translating } from '../translating.ts'

/**
 * The one way out of an exclusive gateway that has no condition is the default there, if it is the last: version 7
 * takes the first that has no condition or one that holds.
 */
export function withDefault(node: FlowNode, { flows }: Scope, at: Translating): FlowNode {
  if (!at.only || node.type !== 'ExclusiveGateway' || node.defaultFlow !== null) return node
  const outgoing = flows.filter(({ source }) => source === node.id)
  const last = outgoing.at(-1)
  const without = outgoing.filter(({ condition }) => !condition)
  if (outgoing.length < 2 || without.length !== 1 || last === undefined || without[0] !== last) return node
  at.became(
    last.id,
    'way out without condition',
    'default flow',
    'It is taken when no other condition holds.',
  )
  return { ...node, defaultFlow: last.id }
}
