import type { EventDefinition, FlowNode, Model, Scope } from '../../engine/model/model.ts'

/**
 * Message flows between two elements of the file are played by messages: a sender that is drawn as a plain task, none
 * event or send task publishes, a receiver that is drawn as a none start event is started by a message.
 *
 * @returns what an element becomes when it stands at a message flow
 */
export function meetHalfway(model: Model): (node: FlowNode) => FlowNode {
  const names = messageNames(model)
  return (node) => {
    const message = names.get(node.id)
    if (message === undefined) return node
    switch (node.type) {
      case 'StartEvent':
      case 'EndEvent':
        return node.events.length === 0
          ? { ...node, events: [messageEvent(message)] }
          : referring(node, message)
      case 'Task':
      case 'ManualTask':
      case 'SendTask':
        return { ...node, type: 'SendTask', messageRef: node.messageRef ?? message }
      default:
        return referring(node, message)
    }
  }
}

/** By element: the message that its flows carry. Elements that flows connect share one. */
function messageNames(model: Model): ReadonlyMap<string, string> {
  const nodes = new Map(
    model.processes.flatMap(({ inside }) => allNodes(inside)).map((node) => [node.id, node]),
  )
  const names = new Map<string, string>()
  for (const { id, source, target, messageRef } of model.messageFlows) {
    const receiver = nodes.get(target)
    if (!receiver || !receives(receiver)) continue
    const sender = nodes.get(source)
    const known = names.get(source) ?? names.get(target)
    const message = messageRef ?? (sender && refOf(sender)) ?? refOf(receiver) ?? known ?? `message-of-${id}`
    if (sender) names.set(source, message)
    names.set(target, message)
  }
  return names
}

const allNodes = (scope: Scope): readonly FlowNode[] =>
  scope.nodes.flatMap((node) => [node, ...(node.inside ? allNodes(node.inside) : [])])

const receives = ({ type, events }: FlowNode): boolean =>
  type === 'ReceiveTask' ||
  (type === 'StartEvent' && events.length === 0) ||
  (type !== 'EndEvent' &&
    type !== 'IntermediateThrowEvent' &&
    events.some((event) => event.type === 'Message'))

const refOf = ({ messageRef, events }: FlowNode): string | undefined =>
  messageRef ?? events.find(({ type }) => type === 'Message')?.messageRef ?? undefined

const referring = (node: FlowNode, message: string): FlowNode => ({
  ...node,
  messageRef: node.type === 'ReceiveTask' ? (node.messageRef ?? message) : node.messageRef,
  events: node.events.map((event) =>
    event.type === 'Message' && event.messageRef === null ? { ...event, messageRef: message } : event,
  ),
})

const messageEvent = (messageRef: string): EventDefinition => ({
  type: 'Message',
  id: `event-of-${messageRef}`,
  messageRef,
  errorRef: null,
  signalRef: null,
  escalationRef: null,
  linkName: '',
  condition: null,
  activityRef: null,
  waitForCompletion: true,
  timers: [],
  extensions: [],
  foreignAttributes: [],
})
