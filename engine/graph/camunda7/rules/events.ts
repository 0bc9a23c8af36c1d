import type { NodeDraft, Rule } from '../node-draft.ts'
import { translateWorkOf } from './work.ts'

const throwing: readonly string[] = ['IntermediateThrowEvent', 'EndEvent']

/** Timers, caught errors, thrown messages, and who started an instance. */
export const translateEvents: Rule = (draft) => {
  const { node, own } = draft
  const initiator = node.type === 'StartEvent' ? own.take('initiator') : undefined
  if (initiator)
    own.add('properties', 'property', { name: 'kartabl:initiator', value: initiator.value }, initiator)
  node.events.forEach(({ type, timers }, index) => {
    if (type === 'Error') translateCaughtError(draft, index)
    if (type === 'Message' && throwing.includes(node.type)) translateThrow(draft, index)
    if (timers.length > 0)
      draft.changeEvent(index, {
        timers: timers.map(({ kind, text }) => ({ kind, text: own.standard(text, `timer ${kind}`) })),
      })
  })
}

/** Variables that take code and message of what is caught. */
function translateCaughtError({ own, events }: NodeDraft, index: number): void {
  for (const name of ['errorCodeVariable', 'errorMessageVariable']) {
    const taken = events[index]!.take(name)
    if (taken) own.add('properties', 'property', { name: `kartabl:${name}`, value: taken.value }, taken)
  }
}

/** Where nothing sends the message, version 7 passes the event by. */
function translateThrow(draft: NodeDraft, index: number): void {
  const { node, own, events, at } = draft
  if (translateWorkOf(events[index]!, draft) || !at.only || own.says('taskDefinition')) return
  draft.passedBy = true
  at.became(
    node.id,
    'message event',
    '',
    'Nothing sends the message: the event is passed by, as in version 7.',
  )
}
