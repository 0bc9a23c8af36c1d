import type { BpmnFiles } from '../bpmn-files.ts'
import type { XmlElement } from '../document/xml-element.ts'
import type { Rule } from '../rule.ts'
import { isOneOf } from './element-kinds.ts'
import { hasDefinition, triggersOf } from './event-definitions.ts'
import { once, spoken } from './facts.ts'

/** What an event-based gateway may lead to. §10.6.6 */
export const eventGatewayTargetRules: readonly Rule[] = [
  {
    code: 'event_gateway_target',
    section: '10.6.6',
    about: ['sequenceFlow'],
    remedy: 'Lead it to a receive task, or to a message, signal, timer or conditional event.',
    breach: (flow, files) => {
      const target = files.follow(flow, 'targetRef')
      if (target === null || files.follow(flow, 'sourceRef')?.name !== 'eventBasedGateway') return null
      return isFitting(target, files)
        ? null
        : `${spoken(flow)} leads from an event-based gateway to ${spoken(target)}.`
    },
  },
  {
    code: 'event_gateway_mixes_receivers',
    section: '10.6.6',
    about: ['eventBasedGateway'],
    remedy: 'Use receive tasks only, or message events only.',
    breach: (gateway, files) => {
      const targets = [...files.flows.outgoing(gateway).any].flatMap(
        (flow) => files.follow(flow, 'targetRef') ?? [],
      )
      const tasks = targets.some(({ name }) => name === 'receiveTask')
      const events = targets.some((target) => isMessageEvent(target, files))
      return tasks && events ? `${spoken(gateway)} leads to receive tasks and to message events.` : null
    },
  },
  {
    code: 'event_gateway_target_with_boundary_event',
    section: '10.6.6',
    about: ['receiveTask'],
    remedy: 'Remove the boundary event; lead the gateway to an event of its own.',
    breach: (task, files) =>
      followsEventGateway(task, files) && attachedTo(files).has(task)
        ? `${spoken(task)} follows an event-based gateway and has boundary events.`
        : null,
  },
  {
    code: 'event_gateway_target_with_other_incoming',
    section: '10.6.6',
    about: ['receiveTask', 'intermediateCatchEvent'],
    remedy: 'Lead the other flow to an event of its own.',
    breach: (node, files) =>
      followsEventGateway(node, files) && files.flows.incoming(node).any.size > 1
        ? `${spoken(node)} follows an event-based gateway and has other sequence flows to it.`
        : null,
  },
]

const isMessageEvent = (node: XmlElement, files: BpmnFiles): boolean =>
  node.name === 'intermediateCatchEvent' && triggersOf(node, files).has('message')

function isFitting(node: XmlElement, files: BpmnFiles): boolean {
  if (node.name === 'receiveTask') return true
  if (node.name !== 'intermediateCatchEvent' || !hasDefinition(node, files)) return false
  return [...triggersOf(node, files)].every((trigger) =>
    isOneOf(['message', 'signal', 'timer', 'conditional'], trigger),
  )
}

const followsEventGateway = (node: XmlElement, files: BpmnFiles): boolean =>
  [...files.flows.incoming(node).any].some(
    (flow) => files.follow(flow, 'sourceRef')?.name === 'eventBasedGateway',
  )

const attachedTo = once(
  (files) => new Set(files.all('boundaryEvent').map((event) => files.follow(event, 'attachedToRef'))),
)
