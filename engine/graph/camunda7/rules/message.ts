import type { Extension, Message } from '../../../model/model.ts'
import { keysCarriedBy } from '../../compile-correlation.ts'
import { findExtension } from '../../find-extension.ts'
import { Draft } from '../draft.ts'
import type { NodeDraft } from '../node-draft.ts'
import type { Translating } from '../translating.ts'

const key = '=get or else(string(businessKey), "")'
const keyNote =
  'The message reaches the instance whose variable businessKey is its correlation key; instances without one are ' +
  'reached by a message without key, one at a time, the one that has waited longest first.'

/**
 * Version 7 finds the instance of a message by its business key, or by its id: the message itself says no key. [NS4]
 * A message that starts a process needs none.
 */
export function translateCaughtMessage(draft: NodeDraft): void {
  const { node, atTop, at } = draft
  if (!at.only || !catching.includes(node.type) || (node.type === 'StartEvent' && atTop)) return
  const references = [
    node.messageRef,
    ...node.events.filter(({ type }) => type === 'Message').map((event) => event.messageRef),
  ]
  for (const reference of references) {
    const message = at.messages.get(reference ?? '')
    if (message !== undefined) giveKey(message, at)
  }
  if (node.type === 'ReceiveTask' && node.messageRef === null)
    draft.changes.messageRef = inventMessage(node.id, at)
}

const catching: readonly string[] = ['ReceiveTask', 'BoundaryEvent', 'IntermediateCatchEvent', 'StartEvent']

/** Unless what it carries says its key. [CK1] */
function giveKey(message: Message, at: Translating): void {
  if (findExtension(message, 'subscription') !== undefined || keysCarriedBy(message, at.model).length > 0)
    return
  at.messages.set(message.id, { ...message, extensions: [...message.extensions, subscription] })
  at.became(message.id, `message "${message.name}"`, `zeebe:subscription correlationKey="${key}"`, keyNote)
}

const subscription: Extension = {
  vocabulary: 'zeebe',
  name: 'subscription',
  attributes: new Map([['correlationKey', key]]),
  children: [],
  body: '',
}

/** A receive task without message is signalled by its execution's id there; here by a message named like the task. */
function inventMessage(task: string, at: Translating): string {
  const id = `camunda7-${task}`
  at.messages.set(id, {
    ...{ id, name: task, documentation: '' },
    ...{ extensions: [subscription], foreignAttributes: [] },
  })
  at.became(task, 'receive task without message', `message "${task}" correlationKey="${key}"`, keyNote)
  return id
}

/** Name and extensions of the message itself. */
export function translateMessage(message: Message, at: Translating): Message {
  const draft = new Draft(message, message.id, at)
  return { ...message, name: draft.standard(message.name, 'message name'), ...draft.finish() }
}
