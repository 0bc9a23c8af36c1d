import type { Problem } from '../problem.ts'
import { idsIn } from './give-ids.ts'
import type { Model } from './model.ts'

/** Nodes and sequence flows of one file. */
export const maxFlowElements = 5_000

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** What must hold before anything can be said about single elements: not too many, each with a usable id. */
export function checkModel(model: Model): Problem[] {
  const ids = model.processes.flatMap((process) => [process.id, ...idsIn(process.inside)])
  if (ids.length > maxFlowElements) return [tooManyElements(ids.length)]
  if (model.processes.some(({ id }) => id === '')) return [processWithoutId]
  return ids.filter((id) => forbidden.has(id)).map(forbiddenId)
}

const processWithoutId: Problem = {
  code: 'missing_id',
  element: '',
  message: 'A process has no id, so it could not be started.',
  remedy: 'Give the process an id.',
}

const tooManyElements = (count: number): Problem => ({
  code: 'too_many_elements',
  element: '',
  message: `The file has ${count} elements and sequence flows, at most ${maxFlowElements} are accepted.`,
  remedy: 'Split the diagram: call parts of it with call activities.',
})

const forbiddenId = (id: string): Problem => ({
  code: 'forbidden_id',
  element: id,
  message: `The id ${id} is a reserved word of the platform's language.`,
  remedy: 'Choose another id.',
})
