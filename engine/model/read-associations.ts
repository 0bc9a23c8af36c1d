import { localTypeOf, type ModdleNode, nodesOf, referenceOf } from './moddle-node.ts'
import type { Association } from './model.ts'

/** Processes, sub-processes and collaborations hold associations among their artifacts. */
export const readAssociations = (container: ModdleNode): Association[] =>
  nodesOf(container, 'artifacts')
    .filter((artifact) => localTypeOf(artifact) === 'Association')
    .map((association) => ({
      source: referenceOf(association, 'sourceRef') ?? '',
      target: referenceOf(association, 'targetRef') ?? '',
    }))
