import type { EventDefinition, FlowNode, Message, Model, Scope } from '../../engine/model/model.ts'
import { CORRELATION_KEY, has, ownOnly, zeebe } from './extension.ts'

/** Kept for receivers that come later, in engine time. */
const TIME_TO_LIVE = 'P1D'

/**
 * Every message gets a name and a key, every element that needs a message one, and every throwing event the wish that the
 * engine publishes.
 */
export function prepareMessages(model: Model): Model {
  const messages = new Map([...model.messages].map(([id, message]) => [id, completeMessage(message)]))
  const referTo = (ref: string | null, element: string): string => {
    const id = ref ?? `message-of-${element}`
    if (!messages.has(id)) messages.set(id, completeMessage(newMessage(id)))
    return id
  }
  const processes = model.processes.map((process) => ({
    ...process,
    inside: mapNodes(process.inside, (node) => prepareNode(node, referTo)),
  }))
  return { ...model, messages, processes }
}

type ReferTo = (ref: string | null, element: string) => string

const mapNodes = (scope: Scope, change: (node: FlowNode) => FlowNode): Scope => ({
  ...scope,
  nodes: scope.nodes.map((node) => change({ ...node, inside: node.inside && mapNodes(node.inside, change) })),
})

function prepareNode(node: FlowNode, referTo: ReferTo): FlowNode {
  const events = node.events.map((event) =>
    event.type === 'Message' ? prepareEvent(event, node, referTo) : event,
  )
  if (node.type === 'ReceiveTask') return { ...node, messageRef: referTo(node.messageRef, node.id) }
  if (node.type !== 'SendTask' || isWorked(node)) return { ...node, events }
  const extensions = [...node.extensions, publication()]
  return { ...node, messageRef: referTo(node.messageRef, node.id), extensions }
}

function prepareEvent(event: EventDefinition, node: FlowNode, referTo: ReferTo): EventDefinition {
  const messageRef = referTo(event.messageRef, event.id || node.id)
  const throwing = node.type === 'EndEvent' || node.type === 'IntermediateThrowEvent'
  if (!throwing || isWorked(node) || has(event.extensions, 'publishMessage')) return { ...event, messageRef }
  return { ...event, messageRef, extensions: [...event.extensions, publication()] }
}

const isWorked = ({ extensions }: FlowNode): boolean =>
  has(extensions, 'taskDefinition') || has(extensions, 'publishMessage')

const publication = () =>
  zeebe('publishMessage', { correlationKey: CORRELATION_KEY, timeToLive: TIME_TO_LIVE })

const newMessage = (id: string): Message => ({
  id,
  name: id,
  documentation: '',
  extensions: [],
  foreignAttributes: [],
})

function completeMessage(message: Message): Message {
  const own = ownOnly(message.extensions)
  const extensions = has(own, 'subscription')
    ? own
    : [...own, zeebe('subscription', { correlationKey: `="${CORRELATION_KEY}"` })]
  return { ...message, name: message.name || message.id, extensions, foreignAttributes: [] }
}
