import { expressionOf, type ModdleNode, nodeOf, nodesOf, textOf } from './moddle-node.ts'
import type { DataAssociation, DataUse } from './model.ts'

/**
 * Data associations that say what is copied: between data and an input or output the activity declares, by assignment or by
 * transformation. An association that modellers draw for people, to no declared input, says nothing and is left out.
 */
export const readDataUse = (node: ModdleNode): DataUse => {
  const declared = nodeOf(node, 'ioSpecification')
  const names = new Map(
    [...declaredIn(declared, 'dataInputs'), ...declaredIn(declared, 'dataOutputs')].map((one) => [
      textOf(one, 'id'),
      textOf(one, 'name').trim() || textOf(one, 'id'),
    ]),
  )
  const read = (property: string) =>
    nodesOf(node, property)
      .map((association) => readAssociation(association, names))
      .filter((association) => association !== null)
  return { inputs: read('dataInputAssociations'), outputs: read('dataOutputAssociations') }
}

const declaredIn = (specification: ModdleNode | null, property: string): readonly ModdleNode[] =>
  specification === null ? [] : nodesOf(specification, property)

function readAssociation(node: ModdleNode, names: ReadonlyMap<string, string>): DataAssociation | null {
  const idOf = (end: ModdleNode) => names.get(textOf(end, 'id')) ?? textOf(end, 'id')
  const targetNode = nodeOf(node, 'targetRef')
  const sources = nodesOf(node, 'sourceRef')
  const assignments = nodesOf(node, 'assignment').map((one) => ({
    from: expressionOf(one, 'from') ?? '',
    to: expressionOf(one, 'to') ?? '',
  }))
  const transformation = expressionOf(node, 'transformation')
  const ends = [...sources, ...(targetNode === null ? [] : [targetNode])]
  const speaks =
    assignments.length > 0 || transformation !== null || ends.some((end) => names.has(textOf(end, 'id')))
  if (!speaks) return null
  return {
    sources: sources.map(idOf),
    target: targetNode === null ? '' : idOf(targetNode),
    transformation,
    assignments,
  }
}
