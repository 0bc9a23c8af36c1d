import type { EventDefinition, Extension, FlowNode } from '../model/model.ts'
import type { EventType } from '../model/node-type.ts'
import { checkNamed } from './check-compensation.ts'
import { compileMessageKeys, keysCarriedBy, ownKeyOf } from './compile-correlation.ts'
import { compileJob } from './compile-job.ts'
import { compileMessageName } from './compile-message.ts'
import { compileSignalName } from './compile-signal.ts'
import { notHere } from './compile-trigger.ts'
import type { Compiling, Place } from './compiling.ts'
import { computed, type Spot } from './compute.ts'
import { attribute, findExtension, propertyOf } from './find-extension.ts'
import { isDuration } from './iso-8601.ts'
import { linkTarget } from './link-events.ts'
import type { Computed, MessagePublication, RetrievedKey, ThrowAction } from './process-graph.ts'

/** What a throwing event does, one action for each of its definitions. Null when one was refused (reported). */
export function compileActions(
  place: Place,
  what: string,
  allowed: readonly EventType[],
  at: Compiling,
): ThrowAction[] | null {
  const actions = place.node.events.map((event) => {
    if (allowed.includes(event.type)) return compileAction(place, event, at)
    at.report(
      notHere(place.node, event, { what, triggers: ['none', ...allowed.map((type) => type.toLowerCase())] }),
    )
    return null
  })
  const good = actions.filter((action) => action !== null)
  return good.length < actions.length ? null : good
}

export function compileAction(place: Place, event: EventDefinition, at: Compiling): ThrowAction | null {
  const { node } = place
  switch (event.type) {
    case 'Message':
      return compileSending(node, event, at)
    case 'Signal': {
      const name = compileSignalName(node, event, at)
      return name && { kind: 'signal', name }
    }
    case 'Error':
      return compileError(node, event, at)
    case 'Escalation':
      return compileEscalation(node, event, at)
    case 'Compensate':
      return compileCompensation(place, event, at)
    case 'Link':
      return { kind: 'link', target: linkTarget(place, event, at) }
    case 'Terminate':
      return { kind: 'terminate' }
    case 'Cancel':
      return { kind: 'cancel' }
    case 'Timer':
    case 'Conditional':
      at.report(notHere(node, event, { what: 'A throwing event', triggers: ['message', 'signal'] }))
      return null
  }
}

/**
 * How a message is sent: by a worker, or by the engine itself, as one is that takes part in a conversation and of which nothing
 * is said. Null when it was refused (reported). [TH1] [CK4]
 */
export function compileSending(
  node: FlowNode,
  event: EventDefinition | undefined,
  at: Compiling,
): ThrowAction | null {
  const messageRef = event?.messageRef ?? node.messageRef
  const publish =
    findExtension(node, 'publishMessage') ?? (event && findExtension(event, 'publishMessage')) ?? undefined
  const message = at.model.messages.get(messageRef ?? '')
  const keys = message === undefined ? [] : compileMessageKeys(message, at)
  const hasWorker = findExtension(node, 'taskDefinition') !== undefined
  const converses =
    message !== undefined && ownKeyOf(message) === '' && keysCarriedBy(message, at.model).length > 0
  if (publish !== undefined || (converses && !hasWorker)) {
    const publication = compilePublication(publish, node, messageRef, keys, at)
    return publication && { kind: 'publish', publication }
  }
  if (!hasWorker) at.report(missingSender(node))
  const job = compileJob(node, at)
  return job && { kind: 'job', job, keys }
}

function compileError(node: FlowNode, event: EventDefinition, at: Compiling): ThrowAction | null {
  const text = at.model.errors.get(event.errorRef ?? '')?.code ?? ''
  if (text === '') at.report(missingErrorCode(node))
  const code = computed(text, { element: node.id, what: 'error code' }, at)
  const message = propertyOf(node, 'kartabl:errorMessage')
  const spot = { element: node.id, what: 'error message' }
  return code && { kind: 'error', code, message: message === '' ? null : computed(message, spot, at) }
}

/** Without a code it reaches those who catch every escalation. (OMG BPMN 2.0.2, 10.5.5: escalationRef is optional) */
function compileEscalation(node: FlowNode, event: EventDefinition, at: Compiling): ThrowAction | null {
  const text = at.model.escalations.get(event.escalationRef ?? '')?.code ?? ''
  if (text === '') return { kind: 'escalation', code: null }
  const code = computed(text, { element: node.id, what: 'escalation code' }, at)
  return code && { kind: 'escalation', code }
}

function compileCompensation(place: Place, event: EventDefinition, at: Compiling): ThrowAction | null {
  const waits = event.waitForCompletion
  if (event.activityRef === null) return { kind: 'compensation', activity: -1, waits }
  const activity = at.placeOf.get(event.activityRef)
  if (activity !== undefined) {
    checkNamed(place, activity, at)
    return { kind: 'compensation', activity: activity.index, waits }
  }
  at.report({
    code: 'compensation_elsewhere',
    element: place.node.id,
    message: `It compensates ${event.activityRef}, which is not an activity of this process.`,
    remedy: 'Choose an activity of the same process, or none to compensate all of the scope.',
  })
  return null
}

function compilePublication(
  publish: Extension | undefined,
  node: FlowNode,
  messageRef: string | null,
  keys: readonly RetrievedKey[],
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
    keys,
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

const missingErrorCode = (node: FlowNode) => ({
  code: 'missing_error_code',
  element: node.id,
  message: 'The error end event throws no error code, so nothing could catch it by its code.',
  remedy: 'Choose an error with a code.',
})
