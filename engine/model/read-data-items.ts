import { localTypeOf, type ModdleNode, nodeOf, nodesOf, referenceOf, textOf } from './moddle-node.ts'
import type { DataItem } from './model.ts'
import { readNamed } from './read-named.ts'

/** Data objects, data stores and properties of a process or sub-process, inputs and outputs of a process. A store is declared for the whole file. */
export function readDataItems(container: ModdleNode): DataItem[] {
  const elements = nodesOf(container, 'flowElements')
  const ofType = (type: string) => elements.filter((element) => localTypeOf(element) === type)
  const objectReferences = ofType('DataObjectReference')
  const ends = nodesOf(container, 'dataInputAssociations').map((one) => referenceOf(one, 'targetRef'))
  return [
    ...ofType('DataObject').map((object) => readObject(object, objectReferences)),
    ...ofType('DataStoreReference').map((reference) => readStore(reference)),
    // Modellers let an association that is drawn to the sub-process end at a property that means nothing else.
    ...nodesOf(container, 'properties')
      .filter((property) => !ends.includes(textOf(property, 'id')))
      .map((property) => readItem(property, 'property', [])),
    ...readParameters(container),
  ]
}

function readParameters(container: ModdleNode): DataItem[] {
  const specification = nodeOf(container, 'ioSpecification')
  if (specification === null) return []
  const parameters = [...nodesOf(specification, 'dataInputs'), ...nodesOf(specification, 'dataOutputs')]
  return parameters.map((parameter) => readItem(parameter, 'parameter', []))
}

const readObject = (object: ModdleNode, references: readonly ModdleNode[]): DataItem => {
  const mine = references.filter((one) => referenceOf(one, 'dataObjectRef') === textOf(object, 'id'))
  const item = readItem(
    object,
    'object',
    mine.map((one) => textOf(one, 'id')),
  )
  // Modellers draw the name at the reference.
  return { ...item, name: item.name || mine.map((one) => textOf(one, 'name').trim()).find(Boolean) || '' }
}

const readStore = (reference: ModdleNode): DataItem => {
  const store = referenceOf(reference, 'dataStoreRef')
  return readItem(reference, 'store', store === null ? [] : [store])
}

const readItem = (node: ModdleNode, kind: DataItem['kind'], references: readonly string[]): DataItem => ({
  ...readNamed(node),
  kind,
  references: [textOf(node, 'id'), ...references],
})
