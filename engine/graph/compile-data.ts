import type { DataAssociation, DataName, FlowNode, Scope } from '../model/model.ts'
import type { EventType, NodeType } from '../model/node-type.ts'
import type { Compiling, Place } from './compiling.ts'
import { feel, type Spot } from './compute.ts'
import type { Mapping, NamedData } from './process-graph.ts'
import { isVariableName, variablePath } from './variable-name.ts'

/**
 * Variables by the ids of data objects, data stores, properties and references to them: data is a variable that is called as
 * people call it, or by its id when that name can't be a variable's. [DO1]
 */
export function dataNamesIn(scope: Scope): [string, NamedData][] {
  const mine = scope.dataItems.flatMap((item) => {
    const data = { variable: variableOf(item), name: item.name || item.id }
    return item.references.map((id): [string, NamedData] => [id, data])
  })
  return [...mine, ...scope.nodes.flatMap(({ inside }) => (inside === null ? [] : dataNamesIn(inside)))]
}

/**
 * Data objects and properties end with the sub-process they are declared in; a store outlives it. Objects are often drawn for
 * people: those count that some association reads or writes (`used`). A property is drawn nowhere. [DO3]
 */
export const declaredIn = (scope: Scope, used: ReadonlySet<string>): string[] => [
  ...scope.dataItems.filter(({ kind }) => kind === 'property').map(variableOf),
  ...scope.dataItems
    .filter(({ kind }) => kind === 'object')
    .map(variableOf)
    .filter((name) => used.has(name)),
]

/** Variables of data that some association names. */
export const usedDataIn = (
  places: readonly Place[],
  dataNames: Compiling['dataNames'],
): ReadonlySet<string> =>
  new Set(
    places
      .flatMap(({ node }) => [...node.data.inputs, ...node.data.outputs])
      .flatMap(({ sources, target }) => [...sources, target])
      .flatMap((id) => dataNames.get(id)?.variable ?? []),
  )

/** What is inside a loop's activity may read its item and write its result. (OMG BPMN 2.0.2, 10.3.8) */
export const loopItemsIn = (places: readonly Place[]): ReadonlyMap<string, string> =>
  new Map(
    places
      .flatMap(({ node: { loop } }) =>
        loop?.kind === 'multiInstance' ? [loop.data.item, loop.data.result] : [],
      )
      .filter((item) => item !== null)
      .map((item) => [item.id, variableOf(item)]),
  )

const variableOf = ({ id, name }: DataName): string => (isVariableName(name) ? name : id)

/** The variable of data, by an id that its scope, the activity or its loop declares. */
export function dataVariable(id: string, node: FlowNode, at: Compiling): string {
  const own = [...node.data.declaredInputs, ...node.data.declaredOutputs, ...loopNames(node)]
  const known = at.dataNames.get(id)?.variable ?? at.loopItems.get(id)
  return known ?? variableOf(own.find((one) => one.id === id) ?? { id, name: '' })
}

const loopNames = ({ loop }: FlowNode): readonly DataName[] =>
  loop?.kind === 'multiInstance' ? Object.values(loop.data).filter((one) => one !== null) : []

/**
 * Data associations that say what is copied are mappings [DO2]; so are declared inputs and outputs that none names: they are
 * called as the variable they come from or go to [DO4]. What the loop takes apart or puts together is no single instance's.
 * (OMG BPMN 2.0.2, 10.4.2)
 */
export function compileDataMappings(
  node: FlowNode,
  at: Compiling,
): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const { inputs, outputs, declaredInputs, declaredOutputs } = node.data
  const ofLoop = new Set(loopNames(node).map(({ id }) => id))
  const filled = new Set([...ofLoop, ...inputs.map(({ target }) => target)])
  const read = new Set([...ofLoop, ...outputs.flatMap(({ sources }) => sources)])
  const compileAll = (associations: readonly DataAssociation[]) =>
    associations.flatMap((association) => compileAssociation(association, node, at))
  return {
    inputs: compileAll([
      ...inputs.filter(({ target }) => !ofLoop.has(target)).map(orNull),
      ...declaredInputs.filter(({ id }) => !filled.has(id)).map(sameName),
    ]),
    outputs: compileAll([
      ...outputs
        .filter(copies)
        .filter(({ sources, target }) => ![...sources, target].some((id) => ofLoop.has(id))),
      ...declaredOutputs.filter(({ id }) => !read.has(id)).map(sameName),
    ]),
  }
}

/** Whether it has anything to copy: neither its source nor an assignment need be given. */
const copies = ({ sources, transformation, assignments }: DataAssociation): boolean =>
  transformation !== null || (assignments.length > 0 ? assignments.some(hasSource) : sources.length > 0)

const hasSource = ({ from }: DataAssociation['assignments'][number]): boolean => from !== ''

/** An input that is connected with nothing is null. [DO4] */
const orNull = (association: DataAssociation): DataAssociation =>
  copies(association) ? association : { ...association, transformation: '=null', assignments: [] }

const sameName = ({ id }: DataName): DataAssociation => ({
  sources: [id],
  target: id,
  transformation: null,
  assignments: [],
})

function compileAssociation(association: DataAssociation, node: FlowNode, at: Compiling): Mapping[] {
  const spot: Spot = { element: node.id, what: 'data association' }
  const { assignments, target } = association
  if (assignments.length > 0)
    return assignments
      .filter(hasSource)
      .flatMap(({ from, to }) => mapping(from, placeOf(to || target, node, at), spot, at))
  return mapping(copiedText(association, node, at), dataVariable(target, node, at), spot, at)
}

/** FEEL for what an association without assignments copies. */
export const copiedText = (
  { transformation, sources }: DataAssociation,
  node: FlowNode,
  at: Compiling,
): string => transformation ?? `=${dataVariable(sources[0] ?? '', node, at)}`

function mapping(source: string, target: string, spot: Spot, at: Compiling): Mapping[] {
  const expression = feel(source, spot, at)
  const path = variablePath(target, spot, at)
  return expression && path ? [{ source: { kind: 'feel', expression }, target: path }] : []
}

/** Both ends of an assignment are expressions; the second one is the place that is set: data by its id, or a variable. */
function placeOf(text: string, node: FlowNode, at: Compiling): string {
  const place = text.replace(/^=\s*/, '')
  const { declaredInputs, declaredOutputs } = node.data
  const isData =
    at.dataNames.has(place) || [...declaredInputs, ...declaredOutputs].some(({ id }) => id === place)
  return isData ? dataVariable(place, node, at) : place
}

/**
 * The one data output that a catching event or receive task declares: it takes the one value that is brought, whatever that
 * is called. [DO5]
 */
export function broughtAs(node: FlowNode, at: Compiling): string | null {
  const [output, ...others] = node.data.declaredOutputs
  if (output === undefined || others.length > 0 || !CATCHING.has(node.type)) return null
  return dataVariable(output.id, node, at)
}

/**
 * Of an event with several definitions and several data outputs: the output of each, by their order. Where they are not as many,
 * what brings nothing has none. [DO7] (OMG BPMN 2.0.2, 10.4.1)
 */
export function outputsByTrigger(node: FlowNode, at: Compiling): (string | null)[] {
  const { events } = node
  const { declaredOutputs } = node.data
  if (declaredOutputs.length < 2) return []
  const all = declaredOutputs.length === events.length
  let next = 0
  return events.map(({ type }) => {
    const output = all || BRINGING.has(type) ? declaredOutputs[next++] : undefined
    return output === undefined ? null : dataVariable(output.id, node, at)
  })
}

/** Triggers that something is carried by. */
const BRINGING: ReadonlySet<EventType> = new Set(['Message', 'Signal', 'Error', 'Escalation'])

const CATCHING: ReadonlySet<NodeType> = new Set([
  'StartEvent',
  'IntermediateCatchEvent',
  'BoundaryEvent',
  'ReceiveTask',
])
