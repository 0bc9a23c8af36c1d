import type { Problem } from '../problem.ts'
import type { Model, Scope } from './model.ts'

/** Nodes and sequence flows of one file. */
export const maxFlowElements = 5_000

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** What must hold before anything can be said about single elements: not too many, each with a usable id. */
export function checkModel(model: Model): Problem[] {
  const elements = model.processes.flatMap((process) => [
    { id: process.id, kind: 'Process' },
    ...elementsOf(process.inside),
  ])
  if (elements.length > maxFlowElements) return [tooManyElements(elements.length)]
  return elements.flatMap(({ id, kind }) => {
    if (id === '') return [missingId(kind)]
    return forbidden.has(id) ? [forbiddenId(id)] : []
  })
}

interface Identified {
  readonly id: string
  readonly kind: string
}

const elementsOf = (scope: Scope): Identified[] => [
  ...scope.flows.map(({ id }) => ({ id, kind: 'SequenceFlow' })),
  ...scope.nodes.flatMap((node) => [
    { id: node.id, kind: node.type },
    ...(node.inside === null ? [] : elementsOf(node.inside)),
  ]),
]

const tooManyElements = (count: number): Problem => ({
  code: 'too_many_elements',
  element: '',
  message: `The file has ${count} elements and sequence flows, at most ${maxFlowElements} are accepted.`,
  remedy: 'Split the diagram: call parts of it with call activities.',
})

const missingId = (kind: string): Problem => ({
  code: 'missing_id',
  element: '',
  message: `A ${kind} has no id.`,
  remedy: 'Give every element an id.',
})

const forbiddenId = (id: string): Problem => ({
  code: 'forbidden_id',
  element: id,
  message: `The id ${id} is a reserved word of the platform's language.`,
  remedy: 'Choose another id.',
})
