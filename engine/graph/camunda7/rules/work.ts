import type { Draft, Taken } from '../draft.ts'
import { wholeExpression } from '../juel/juel-to-feel.ts'
import type { NodeDraft, Rule } from '../node-draft.ts'
import { doneByWorker, refused } from './by-worker.ts'
import { translateConnector } from './connector.ts'
import { translateExpression } from './expression.ts'
import { translateFields } from './fields.ts'

const tasks: readonly string[] = ['ServiceTask', 'SendTask', 'BusinessRuleTask']

/** Service tasks and what is done like one: a job for a worker. */
export const translateWork: Rule = (draft) => {
  if (tasks.includes(draft.node.type)) translateWorkOf(draft.own, draft)
}

/**
 * What says how work is done, at a task or at a message event definition; false when nothing does.
 *
 * @param source where it stands; what it becomes stands at the node itself
 */
export function translateWorkOf(source: Draft, draft: NodeDraft): boolean {
  let done = translateConnector(source, draft)
  for (const [name, translate] of ways) {
    const taken = source.take(name)
    if (taken === undefined) continue
    if (done) source.drop(taken, 'What is named before it does the work.')
    else translate(taken, source, draft)
    done = true
  }
  if (done) translateFields(source, draft)
  return done
}

type Way = (taken: Taken, source: Draft, draft: NodeDraft) => void

const external: Way = (type, source, { own }) => {
  const topic = source.take('topic')
  own.set('taskDefinition', refused)
  if (type.value !== 'external') return source.refuse(type, 'names work that only its own engine does')
  if (topic === undefined) return source.refuse(type, 'goes with camunda:topic, which is missing')
  const jobType = source.feel(topic.value, 'topic')
  if (jobType !== null) own.put('taskDefinition', { type: jobType }, topic)
  source.drop(type, 'The topic says it.')
}

const byClass: Way = (taken, _source, { own }) =>
  own.put('taskDefinition', { type: taken.value }, taken, doneByWorker('class'))

const byDelegate: Way = (taken, source, { own }) => {
  const bean = wholeExpression(taken.value)
  if (bean?.kind === 'name')
    return own.put('taskDefinition', { type: bean.name }, taken, doneByWorker('bean'))
  source.refuse(taken, 'computes what does the work')
  own.set('taskDefinition', refused)
}

const ways: readonly (readonly [string, Way])[] = [
  ['type', external],
  ['delegateExpression', byDelegate],
  ['class', byClass],
  ['expression', translateExpression],
]
