import type { Draft, Taken } from '../draft.ts'
import type { JuelCall, JuelNode } from '../juel/juel-node.ts'
import { nodeToFeel, wholeExpression } from '../juel/juel-to-feel.ts'
import type { NodeDraft } from '../node-draft.ts'
import { doneByWorker, refused } from './by-worker.ts'

/**
 * `camunda:expression`: a FEEL script where it only computes, a job where it calls a method of a bean. At an event
 * there is no script.
 */
export function translateExpression(taken: Taken, source: Draft, draft: NodeDraft): void {
  const root = wholeExpression(taken.value)
  const result = source.take('resultVariable')
  const call = root === null ? null : beanCall(root)
  const script = root === null || source !== draft.own ? null : scriptOf(root, result)
  if (call !== null && script === null) writeJob(call, result, taken, draft)
  else if (script !== null) writeScript(script, taken, draft)
  else {
    source.refuse(taken, 'does what only its own engine can')
    draft.own.set('taskDefinition', refused)
  }
}

interface Script {
  readonly expression: string
  /** '' when nobody keeps the result. */
  readonly resultVariable: string
}

/** What only computes; a method that is called for nothing but its effect does not. */
function scriptOf(root: JuelNode, result: Taken | undefined): Script | null {
  const set = assignment(root)
  if (set !== null && result) return null
  if (set === null && !result && beanCall(root) !== null) return null
  const feel = nodeToFeel(set?.value ?? root)
  return feel.ok ? { expression: feel.value, resultVariable: set?.name ?? result?.value ?? '' } : null
}

/** `execution.setVariable('name', value)` */
function assignment(node: JuelNode): { readonly name: string; readonly value: JuelNode } | null {
  if (node.kind !== 'call' || node.name !== 'setVariable' || !isNamed(node.of, 'execution')) return null
  const [name, value] = node.args
  if (name?.kind !== 'literal' || typeof name.value !== 'string' || value === undefined) return null
  return { name: name.value, value }
}

const isNamed = (node: JuelNode | null, name: string): boolean => node?.kind === 'name' && node.name === name

/** A method of a bean, given nothing but variables: a worker sees all of these. */
export function beanCall(node: JuelNode): (JuelCall & { readonly bean: string }) | null {
  if (node.kind !== 'call' || node.of?.kind !== 'name' || isNamed(node.of, 'execution')) return null
  return node.args.every(({ kind }) => kind === 'name') ? { ...node, bean: node.of.name } : null
}

function writeScript(script: Script, taken: Taken, { own, changes }: NodeDraft): void {
  if (script.resultVariable === '') {
    changes.type = 'Task'
    own.drop(taken, 'It computes something that nobody keeps: the task is passed through.')
  } else {
    changes.type = 'ScriptTask'
    own.put('script', { ...script }, taken, 'Computed at once, as a script task.')
  }
}

function writeJob(
  call: JuelCall & { bean: string },
  result: Taken | undefined,
  taken: Taken,
  { own }: NodeDraft,
) {
  own.put('taskDefinition', { type: `${call.bean}.${call.name}` }, taken, doneByWorker('method'))
  if (result)
    own.add(
      'taskHeaders',
      'header',
      { key: 'resultVariable', value: result.value },
      result,
      'The worker completes the job with a variable of this name.',
    )
}
