import type { Extension, FlowNode } from '../model/model.ts'
import { compileJob } from './compile-job.ts'
import { compileMessageName } from './compile-message.ts'
import type { Compiling } from './compiling.ts'
import { computed, type Spot } from './compute.ts'
import { attribute, findExtension } from './find-extension.ts'
import { isDuration } from './iso-8601.ts'
import type { Computed, MessagePublication, ThrowAction } from './process-graph.ts'

/** How a message is sent: by a worker, or by the engine itself. Null when it was refused (reported). */
export function compileThrowAction(node: FlowNode, at: Compiling): ThrowAction | null {
  const event = node.events[0]
  const publish =
    findExtension(node, 'publishMessage') ?? (event && findExtension(event, 'publishMessage')) ?? undefined
  if (publish !== undefined) {
    const publication = compilePublication(publish, node, event?.messageRef ?? node.messageRef, at)
    return publication === null ? null : { kind: 'publish', publication }
  }
  if (findExtension(node, 'taskDefinition') === undefined) at.report(missingSender(node))
  const job = compileJob(node, at)
  return job === null ? null : { kind: 'job', job }
}

function compilePublication(
  publish: Extension,
  node: FlowNode,
  messageRef: string | null,
  at: Compiling,
): MessagePublication | null {
  const named = compileMessageName(node, messageRef, at)
  const setting = (name: string): Computed | null => {
    const text = attribute(publish, name)
    return text === '' ? null : computed(text, { element: node.id, what: name }, at)
  }
  const timeToLive = setting('timeToLive')
  checkTimeToLive(timeToLive, { element: node.id, what: 'timeToLive' }, at)
  if (named === null) return null
  return {
    name: named.name,
    correlationKey: setting('correlationKey'),
    messageId: setting('messageId'),
    timeToLive,
  }
}

function checkTimeToLive(timeToLive: Computed | null, spot: Spot, at: Compiling): void {
  if (timeToLive?.kind !== 'fixed' || isDuration(timeToLive.text)) return
  at.report({
    code: 'bad_duration',
    element: spot.element,
    message: `${spot.what}: expected an ISO 8601 duration, got "${timeToLive.text}".`,
    remedy: 'Write for example PT1H.',
  })
}

const missingSender = (node: FlowNode) => ({
  code: 'missing_message_sender',
  element: node.id,
  message: 'Nothing says how the message is sent.',
  remedy: 'Add a task definition for a worker, or publishMessage to let the engine publish it.',
})
