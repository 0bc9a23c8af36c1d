import type { Extension } from '../../../model/model.ts'
import { attribute, childrenNamed } from '../../find-extension.ts'
import { type Draft, type TakenElement, zeebe } from '../draft.ts'
import { hasJuel, wholeExpression } from '../juel/juel-to-feel.ts'
import type { Rule } from '../node-draft.ts'
import { doneByWorker } from './by-worker.ts'
import { beanCall } from './expression.ts'
import { fieldText } from './fields.ts'

const executionEvents: ReadonlyMap<string, string> = new Map([
  ['start', 'start'],
  ['end', 'end'],
])

const taskEvents: ReadonlyMap<string, string> = new Map([
  ['create', 'creating'],
  ['assignment', 'assigning'],
  ['update', 'updating'],
  ['complete', 'completing'],
  ['delete', 'canceling'],
])

/** What a class, a bean or its method does when something happens to an element or a task: a job for a worker. */
export const translateListeners: Rule = ({ node, own }) => {
  translateExecutionListeners(own, 'What it brings at the start is local to the element.')
  if (node.type !== 'UserTask') return
  for (const taken of own.takeElements('taskListener'))
    translateListener(taken, { kind: 'taskListener', events: taskEvents, note: localToTask }, own)
}

const localToTask = 'It is asked before it happens; what it brings is local to the task.'

export function translateExecutionListeners(own: Draft, note = ''): void {
  for (const taken of own.takeElements('executionListener'))
    translateListener(taken, { kind: 'executionListener', events: executionEvents, note }, own)
}

interface Kind {
  readonly kind: 'taskListener' | 'executionListener'
  /** What happens, by its name in version 7. */
  readonly events: ReadonlyMap<string, string>
  readonly note: string
}

function translateListener(taken: TakenElement, { kind, events, note }: Kind, own: Draft): void {
  const event = attribute(taken.extension, 'event')
  const from = { ...taken, source: `camunda:${kind} event="${event}"` }
  const eventType = events.get(event)
  if (event === 'timeout')
    own.refuse(from, 'waits for a timer', 'Draw a timer event at the border of the task.')
  else if (eventType === undefined)
    own.refuse(from, `listens to "${event}", which is none of ${[...events.keys()].join(', ')}`)
  else {
    const work = workOf(taken.extension)
    const headers = headersOf(taken.extension)
    if (work === null) own.refuse(from, 'does what only its own engine can')
    else if (headers === null) own.refuse(from, 'is given a field that is computed')
    else {
      const listener = zeebe(kind, { eventType, type: work.type }, headers)
      own.addExtension(`${kind}s`, listener, from, `${doneByWorker(work.doneBy)} ${note}`.trim())
    }
  }
}

/** Who does it; null when that is computed or program code. */
function workOf(listener: Extension): { readonly type: string; readonly doneBy: string } | null {
  const className = attribute(listener, 'class')
  if (className !== '') return { type: className, doneBy: 'class' }
  const bean = wholeExpression(attribute(listener, 'delegateExpression'))
  if (bean?.kind === 'name') return { type: bean.name, doneBy: 'bean' }
  const root = wholeExpression(attribute(listener, 'expression'))
  const call = root && beanCall(root)
  return call && { type: `${call.bean}.${call.name}`, doneBy: 'method' }
}

/** What was injected into the class; null when some of it is computed, as a listener has no input mappings. */
function headersOf(listener: Extension): Extension[] | null {
  const fields = childrenNamed(listener, 'field')
  const headers = fields.map((field) => ({ key: attribute(field, 'name'), value: fieldText(field) }))
  if (headers.some(({ value }) => hasJuel(value))) return null
  return headers.length === 0
    ? []
    : [
        zeebe(
          'taskHeaders',
          {},
          headers.map((header) => zeebe('header', header)),
        ),
      ]
}
