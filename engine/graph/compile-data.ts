import type { DataAssociation, DataItem, FlowNode, Scope } from '../model/model.ts'
import type { Compiling, Place } from './compiling.ts'
import { feel, type Spot } from './compute.ts'
import type { Mapping } from './process-graph.ts'
import { isVariableName, variablePath } from './variable-name.ts'

/**
 * Variables by the ids of data objects, data stores, properties and references to them: data is a variable that is called as
 * people call it, or by its id when that name can't be a variable's. [DO1]
 */
export function dataNamesIn(scope: Scope): [string, string][] {
  const mine = scope.dataItems.flatMap((item) =>
    item.references.map((id): [string, string] => [id, variableOf(item)]),
  )
  return [...mine, ...scope.nodes.flatMap(({ inside }) => (inside === null ? [] : dataNamesIn(inside)))]
}

/** Data objects and properties end with the sub-process they are declared in; a store outlives it. */
export const declaredIn = (scope: Scope): string[] =>
  scope.dataItems.filter(({ kind }) => kind !== 'store').map(variableOf)

/** Variables of data that some association names. */
export const usedDataIn = (
  places: readonly Place[],
  dataNames: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    places
      .flatMap(({ node }) => [...node.data.inputs, ...node.data.outputs])
      .flatMap(({ sources, target }) => [...sources, target])
      .flatMap((id) => dataNames.get(id) ?? []),
  )

const variableOf = ({ id, name }: DataItem): string => (isVariableName(name) ? name : id)

/** Data associations that say what is copied are mappings. [DO2] (OMG BPMN 2.0.2, 10.4.2) */
export const compileDataMappings = (
  node: FlowNode,
  at: Compiling,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => ({
  inputs: node.data.inputs.flatMap((association) => compileAssociation(association, node, at)),
  outputs: node.data.outputs.flatMap((association) => compileAssociation(association, node, at)),
})

function compileAssociation(association: DataAssociation, node: FlowNode, at: Compiling): Mapping[] {
  const spot: Spot = { element: node.id, what: 'data association' }
  const nameOf = (id: string) => at.dataNames.get(id) ?? id
  const { assignments, transformation, sources, target } = association
  if (assignments.length > 0)
    return assignments.flatMap(({ from, to }) => mapping(from, withoutSign(to), spot, at))
  return mapping(transformation ?? `=${nameOf(sources[0] ?? '')}`, nameOf(target), spot, at)
}

function mapping(source: string, target: string, spot: Spot, at: Compiling): Mapping[] {
  const expression = feel(source, spot, at)
  const path = variablePath(target, spot, at)
  return expression && path ? [{ source: { kind: 'feel', expression }, target: path }] : []
}

/** Both ends of an assignment are expressions; the second one is the place that is set. */
const withoutSign = (text: string): string => text.replace(/^=\s*/, '')
