import { expressionOf, type ModdleNode, nodeOf, nodesOf, textOf } from './moddle-node.ts'
import type { DataAssociation, DataName, DataUse } from './model.ts'

/**
 * Data associations that say what is copied: between data and an input or output the activity or event declares, by
 * assignment or by transformation. An association that modellers draw for people, to no declared input, says nothing and is
 * left out. Activities declare in a specification, events directly.
 */
export const readDataUse = (node: ModdleNode): DataUse => {
  const specification = nodeOf(node, 'ioSpecification')
  const declaredInputs = declaredIn(specification ?? node, 'dataInputs')
  const declaredOutputs = declaredIn(specification ?? node, 'dataOutputs')
  const ids = new Set([...declaredInputs, ...declaredOutputs].map(({ id }) => id))
  const read = (property: string) =>
    nodesOf(node, property)
      .map((association) => readAssociation(association, ids))
      .filter((association) => association !== null)
  return {
    declaredInputs,
    declaredOutputs,
    inputSets: specification === null ? [] : nodesOf(specification, 'inputSets').map(neededIn),
    inputs: read('dataInputAssociations'),
    outputs: read('dataOutputAssociations'),
  }
}

/** What is optional, or may come while the work is done, is not needed at its beginning. (OMG BPMN 2.0.2, table 10.60) */
function neededIn(set: ModdleNode): string[] {
  const idsOf = (property: string) => nodesOf(set, property).map((input) => textOf(input, 'id'))
  const later = new Set([...idsOf('optionalInputRefs'), ...idsOf('whileExecutingInputRefs')])
  return idsOf('dataInputRefs').filter((id) => !later.has(id))
}

const declaredIn = (place: ModdleNode, property: string): readonly DataName[] =>
  nodesOf(place, property).map(dataNameOf)

export const dataNameOf = (item: ModdleNode): DataName => ({
  id: textOf(item, 'id'),
  name: textOf(item, 'name').trim(),
})

function readAssociation(node: ModdleNode, declared: ReadonlySet<string>): DataAssociation | null {
  const idOf = (end: ModdleNode) => textOf(end, 'id')
  const targetNode = nodeOf(node, 'targetRef')
  const sources = nodesOf(node, 'sourceRef')
  const assignments = nodesOf(node, 'assignment').map((one) => ({
    from: expressionOf(one, 'from') ?? '',
    to: expressionOf(one, 'to') ?? '',
  }))
  const transformation = expressionOf(node, 'transformation')
  const ends = [...sources, ...(targetNode === null ? [] : [targetNode])]
  const speaks =
    assignments.length > 0 || transformation !== null || ends.some((end) => declared.has(idOf(end)))
  if (!speaks) return null
  return {
    sources: sources.map(idOf),
    target: targetNode === null ? '' : idOf(targetNode),
    transformation,
    assignments,
  }
}
