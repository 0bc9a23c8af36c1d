import type { NodeDraft, Rule } from '../node-draft.ts'
import { translateErrorMessage } from './error-message.ts'
import { translateWorkOf } from './work.ts'

const throwing: readonly string[] = ['IntermediateThrowEvent', 'EndEvent']

/** Timers, conditions, errors and escalations, thrown messages, and who started an instance. */
export const translateEvents: Rule = (draft) => {
  const { node, own } = draft
  const initiator = node.type === 'StartEvent' ? own.take('initiator') : undefined
  if (initiator)
    own.add('properties', 'property', { name: 'kartabl:initiator', value: initiator.value }, initiator)
  node.events.forEach(({ type, timers, condition, errorRef }, index) => {
    if (type === 'Error' && node.type === 'EndEvent') translateErrorMessage(draft, errorRef)
    else if (type === 'Error') translateCaught(draft, index, ['errorCodeVariable', 'errorMessageVariable'])
    if (type === 'Escalation') translateCaught(draft, index, ['escalationCodeVariable'])
    if (condition !== null) translateCondition(draft, index, condition)
    if (type === 'Message' && throwing.includes(node.type)) translateThrow(draft, index)
    if (timers.length > 0)
      draft.changeEvent(index, {
        timers: timers.map(({ kind, text }) => ({ kind, text: own.standard(text, `timer ${kind}`) })),
      })
  })
}

/** Version 7 can look at a condition for one variable, or one kind of change, only. */
function translateCondition(draft: NodeDraft, index: number, condition: string): void {
  const { own, events } = draft
  draft.changeEvent(index, { condition: events[index]!.condition(condition) })
  for (const name of ['variableName', 'variableEvents']) {
    const taken = events[index]!.take(name)
    if (taken) own.drop(taken, 'The condition is looked at whenever a variable changes that it sees.')
  }
}

/** Variables that take code and message of what is caught. */
function translateCaught({ own, events }: NodeDraft, index: number, names: readonly string[]): void {
  for (const name of names) {
    const taken = events[index]!.take(name)
    if (taken) own.add('properties', 'property', { name: `kartabl:${name}`, value: taken.value }, taken)
  }
}

/** Where nothing sends the message, version 7 passes the event by. */
function translateThrow(draft: NodeDraft, index: number): void {
  const { node, own, events, at } = draft
  if (translateWorkOf(events[index]!, draft) || !at.only || own.says('taskDefinition')) return
  draft.passBy(index)
  at.became(
    node.id,
    'message event',
    '',
    'Nothing sends the message: the event is passed by, as in version 7.',
  )
}
