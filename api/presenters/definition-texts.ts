import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { LocalTexts } from '../contract/index.ts'
import { localNames } from './local-names.ts'

export interface Named {
  readonly name: string
  readonly names: LocalTexts
}

/** What people call an element: its name, else its id. */
export const elementTexts = (element: GraphElement): Named => ({
  name: element.name || element.id,
  names: localNames(element.properties),
})

/** What people call a process: its name, else its id. */
export const processTexts = (graph: ProcessGraph): Named => ({
  name: graph.name || graph.processId,
  names: localNames(graph.properties),
})

/** The element of a diagram by its id. */
export const elementById = (graph: ProcessGraph, id: string): GraphElement | undefined => {
  const index = graph.indexOf.get(id)
  return index === undefined ? undefined : graph.elements[index]
}
