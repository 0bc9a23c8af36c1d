import type { EventDefinition, FlowNode } from '../model/model.ts'
import type { Compiling, Place } from './compiling.ts'

/** The name that connects link events; modellers that have no field for it draw it at the event. */
export const linkNameOf = (node: FlowNode, event: EventDefinition): string => event.linkName || node.name

/** The catching link event of the same scope that a throwing one leads to; -1 when there is none (reported). */
export function linkTarget(place: Place, event: EventDefinition, at: Compiling): number {
  const name = linkNameOf(place.node, event)
  const targets = (at.placesIn.get(place.parent) ?? []).filter(({ node }) => catches(node, name))
  const [target, ...others] = targets
  if (target === undefined || others.length > 0) at.report(oneTarget(place, name, targets.length))
  return target?.index ?? -1
}

const catches = (node: FlowNode, name: string): boolean =>
  node.type === 'IntermediateCatchEvent' &&
  node.events.some((event) => event.type === 'Link' && linkNameOf(node, event) === name)

const oneTarget = ({ node }: Place, name: string, count: number) => ({
  code: 'link_without_target',
  element: node.id,
  message: `The link "${name}" needs exactly one catching link event of that name in the same process or sub-process, there are ${count}.`,
  remedy: 'Give both events the same link name, and no other catching event.',
})
