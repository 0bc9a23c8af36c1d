import { coerceTo, type FeelType, type Machine, recordOf } from '../../feel/embedding.ts'
import type { FeelValue, VariableLookup } from '../../feel/index.ts'
import { type FormalParameter, ModelFunction } from '../logic/model-function.ts'
import { type DmnElement, elementOf, elementsOf, idOf, nameOf, textOf } from '../read/element.ts'
import type { ItemTypes } from '../types/item-types.ts'
import { receiveValue } from '../types/receive-value.ts'
import { Evaluation } from './evaluation.ts'
import type { GraphElement } from './graph-element.ts'
import type { Resolve } from './read-elements.ts'

/** A decision service: a function of its input data and input decisions. */
export interface ServiceElement extends GraphElement {
  readonly parameters: readonly FormalParameter[]
  /** Its result from variables by name. */
  resultFrom(machine: Machine, lookup: VariableLookup): FeelValue
}

export function readService(
  element: DmnElement,
  items: ItemTypes,
  typeOfId: (id: string) => FeelType,
  resolve: Resolve,
): ServiceElement {
  const find = (property: string): readonly GraphElement[] =>
    elementsOf(element, property).map((reference) =>
      resolve(textOf(reference, 'href').replace(/^#/, ''), element),
    )
  const given = [...find('inputData'), ...find('inputDecision')]
  const outputs = find('outputDecision')
  const typeRef = textOf(elementOf(element, 'variable'), 'typeRef')
  const parameters = given.map(({ id, name }) => ({ name, type: typeOfId(id) }))
  const resultFrom = (machine: Machine, lookup: VariableLookup): FeelValue => {
    const values = new Map(
      given.map(({ id, name }) => [id, receiveValue(machine, lookup(name) ?? null, typeOfId(id))] as const),
    )
    const evaluation = Evaluation.inside(machine, lookup, values)
    return coerceTo(machine, assemble(outputs, evaluation), items.typeOf(typeRef)) ?? null
  }
  return {
    id: idOf(element),
    name: nameOf(element),
    shape: items.shapeOf(typeRef),
    requires: [...given, ...outputs].map(({ id }) => id),
    parameters,
    resultFrom,
    // A service sees nothing but its parameters.
    valueIn: () => new ModelFunction(parameters, resultFrom, () => undefined),
  }
}

/** One output decision is the result, several are a context by their names. */
function assemble(outputs: readonly GraphElement[], evaluation: Evaluation): FeelValue {
  const only = outputs[0]
  if (outputs.length === 1 && only !== undefined) return only.valueIn(evaluation)
  return recordOf(outputs.map((output) => [output.name, output.valueIn(evaluation)]))
}
