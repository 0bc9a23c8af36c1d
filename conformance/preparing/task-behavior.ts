import type { NodeType } from '../../engine/model/node-type.ts'
import type { Case, Stub } from '../pack/pack.ts'

/** What a task does when nothing in the steps says otherwise. */
export type Behavior =
  | { readonly kind: 'wait' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'stub'; readonly stub: Stub }
  /** Program text; `betsy` words are not one. */
  | { readonly kind: 'script'; readonly js: string }
  | { readonly kind: 'betsy'; readonly words: string }
  /** A script nobody has made portable. */
  | { readonly kind: 'foreign'; readonly language: string }

const taskNames: Partial<Record<NodeType, string>> = {
  Task: 'task',
  UserTask: 'userTask',
  ManualTask: 'manualTask',
  ServiceTask: 'serviceTask',
  SendTask: 'sendTask',
  ReceiveTask: 'receiveTask',
  ScriptTask: 'scriptTask',
  BusinessRuleTask: 'businessRuleTask',
}

const waiting = new Set(['userTask', 'receiveTask'])

export const isTask = (type: NodeType): boolean => taskNames[type] !== undefined

/** Stub, else script, else what the case or the pack says of tasks of this type. */
export function behaviorOf(of: Case, element: string, type: NodeType): Behavior {
  const stub = of.stubs?.[element]
  if (stub) return { kind: 'stub', stub }
  const js = of.scripts?.[element]?.portable?.js
  if (js !== undefined) return { kind: 'script', js }
  const written = of.expressions?.find((one) => one.element === element && one.kind === 'script')
  if (written?.language === 'betsy') return { kind: 'betsy', words: written.text }
  if (written?.portable?.js !== undefined) return { kind: 'script', js: written.portable.js }
  if (written && type === 'ScriptTask') return { kind: 'foreign', language: written.language }
  return { kind: waitsByDefault(of, type) ? 'wait' : 'pass' }
}

function waitsByDefault({ taskDefaults = {} }: Case, type: NodeType): boolean {
  const name = taskNames[type] ?? ''
  const chosen = taskDefaults[name] ?? taskDefaults['*']
  return chosen === undefined ? waiting.has(name) : chosen === 'wait'
}
