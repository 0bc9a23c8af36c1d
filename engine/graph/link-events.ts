import type { EventDefinition, FlowNode } from '../model/model.ts'
import type { Compiling, Place } from './compiling.ts'

/** The name that connects link events; modellers that have no field for it draw it at the event. */
export const linkNameOf = (node: FlowNode, event: EventDefinition): string => event.linkName || node.name

/** The catching link event of the same scope that a throwing one leads to; -1 when there is none (reported). [LK1] */
export function linkTarget(place: Place, event: EventDefinition, at: Compiling): number {
  const name = linkNameOf(place.node, event)
  if (name === '') {
    at.report(noName(place.node))
    return -1
  }
  const target = catching(name, place.parent, at)[0]
  if (target === undefined) at.report(noTarget(place, name))
  return target?.index ?? -1
}

/** Of several catching link events of one name in a scope it would not be clear which one is meant. */
export function checkLinkName({ node, parent }: Place, at: Compiling): void {
  for (const event of node.events) {
    if (event.type !== 'Link') continue
    const name = linkNameOf(node, event)
    if (name === '') at.report(noName(node))
    else if (catching(name, parent, at)[0]?.node !== node) at.report(nameTwice(node, name))
  }
}

const catching = (name: string, scope: number, at: Compiling): readonly Place[] =>
  (at.placesIn.get(scope) ?? []).filter(({ node }) => catches(node, name))

const catches = (node: FlowNode, name: string): boolean =>
  node.type === 'IntermediateCatchEvent' &&
  node.events.some((event) => event.type === 'Link' && linkNameOf(node, event) === name)

/** Two that are called nothing would lead to each other. (OMG BPMN 2.0.2, 10.5.5) */
const noName = (node: FlowNode) => ({
  code: 'link_without_name',
  element: node.id,
  message: 'The link has no name, by which its throwing event would find its catching event.',
  remedy: 'Give both events of the link the same name.',
})

const noTarget = ({ node }: Place, name: string) => ({
  code: 'link_without_target',
  element: node.id,
  message: `The link "${name}" leads to no catching link event of that name in the same process or sub-process.`,
  remedy: 'Draw a catching link event with the same link name.',
})

const nameTwice = (node: FlowNode, name: string) => ({
  code: 'link_target_twice',
  element: node.id,
  message: `There is another catching link event "${name}" in the same process or sub-process.`,
  remedy: 'Give it another link name.',
})
