import { type Machine, payForSize } from '../../feel/embedding.ts'
import type { FeelValue } from '../../feel/index.ts'
import { logicUnit } from '../logic/compile-logic.ts'
import { type CompiledFunction, readFunction } from '../logic/function-definition.ts'
import type { Logic, LogicUnit, TableTrace } from '../logic/logic.ts'
import { type FormalParameter, ModelFunction } from '../logic/model-function.ts'
import { receiveResult } from '../logic/receive-result.ts'
import { type DmnElement, elementOf, elementsOf, idOf, nameOf, textOf } from '../read/element.ts'
import type { ItemTypes } from '../types/item-types.ts'
import { receiveValue } from '../types/receive-value.ts'
import type { Evaluation } from './evaluation.ts'
import type { GraphElement } from './graph-element.ts'
import type { RefusedLogic } from './refused-logic.ts'
import { surroundingsOf } from './scope-of.ts'

/** Finds an element by its id, compiling it first when needed. @throws DmnStop when there is none */
export type Resolve = (reference: string, from: DmnElement) => GraphElement

export function readInputData(element: DmnElement, items: ItemTypes): GraphElement {
  const typeRef = textOf(elementOf(element, 'variable'), 'typeRef')
  const type = items.typeOf(typeRef)
  const name = variableName(element)
  return {
    id: idOf(element),
    name,
    shape: items.shapeOf(typeRef),
    requires: [],
    valueIn: (evaluation) =>
      remembered(evaluation, idOf(element), () =>
        receiveValue(evaluation.machine, evaluation.inputs(name), type),
      ),
  }
}

/** Of a decision also the names that it reads from outside. */
export interface DecisionElement extends GraphElement {
  readonly foreignNames: readonly string[]
}

export function readDecision(
  element: DmnElement,
  items: ItemTypes,
  resolve: Resolve,
  refused: RefusedLogic,
): DecisionElement {
  const required = [
    ...requirementsOf(element, 'informationRequirement'),
    ...requirementsOf(element, 'knowledgeRequirement'),
  ]
  const surroundings = surroundingsOf(required.map((reference) => resolve(reference, element)))
  const references = new Set<string>()
  const typeRef = textOf(elementOf(element, 'variable'), 'typeRef')
  const unit = logicUnit(items, (name) => references.add(name))
  const logic = refused.attempt(
    () => readLogic(element, unit, surroundings.shape),
    (failing) => failing,
  )
  const typed = receiveResult(logic, items.typeOf(typeRef))
  const name = variableName(element)
  return {
    id: idOf(element),
    name,
    shape: items.shapeOf(typeRef),
    requires: required,
    foreignNames: [...references].filter((reference) => !surroundings.names.has(reference)),
    valueIn: (evaluation) =>
      remembered(evaluation, idOf(element), () =>
        decide(element, name, typed, evaluation, surroundings.lookupIn(evaluation)),
      ),
  }
}

function readLogic(element: DmnElement, unit: LogicUnit, shape: GraphElement['shape']): Logic {
  const logic = elementOf(element, 'decisionLogic')
  return logic === undefined ? () => null : unit.compile(logic, shape)
}

function decide(
  element: DmnElement,
  decisionName: string,
  logic: Logic,
  evaluation: Evaluation,
  lookup: Parameters<Logic>[1],
): ReturnType<Logic> {
  const trace: TableTrace = { inputs: [], matchedRules: [] }
  const output = logic(evaluation.machine, lookup, trace)
  payForReport(evaluation.machine, output, trace)
  evaluation.evaluated.push({ decisionId: idOf(element), decisionName, output, ...trace })
  return output
}

/** Everything that is reported may be stored and shown; its size is paid for before. */
function payForReport(machine: Machine, output: FeelValue, { inputs, matchedRules }: TableTrace): void {
  payForSize(machine, output)
  for (const { value } of inputs) payForSize(machine, value)
  for (const { outputs } of matchedRules)
    for (const value of Object.values(outputs)) payForSize(machine, value)
}

/** Of a business knowledge model also what it is called with. */
export interface KnowledgeElement extends GraphElement {
  readonly parameters: readonly FormalParameter[]
}

export function readKnowledge(
  element: DmnElement,
  items: ItemTypes,
  resolve: Resolve,
  refused: RefusedLogic,
): KnowledgeElement {
  const required = requirementsOf(element, 'knowledgeRequirement')
  // A function may call itself without requiring itself; being under way, it resolves to its later value.
  const surroundings = surroundingsOf(
    [...required, idOf(element)].map((reference) => resolve(reference, element)),
  )
  const logic = elementOf(element, 'encapsulatedLogic')
  const typeRef = textOf(elementOf(element, 'variable'), 'typeRef')
  const unit = logicUnit(items, () => undefined)
  const read = refused.attempt<CompiledFunction>(
    () => (logic === undefined ? NO_FUNCTION : readFunction(logic, surroundings.shape, unit)),
    (body) => ({ parameters: [], body }),
  )
  const body = receiveResult(read.body, items.typeOf(typeRef))
  return {
    id: idOf(element),
    name: variableName(element),
    shape: items.shapeOf(typeRef),
    requires: required,
    parameters: read.parameters,
    valueIn: (evaluation) => new ModelFunction(read.parameters, body, surroundings.lookupIn(evaluation)),
  }
}

const NO_FUNCTION: CompiledFunction = { parameters: [], body: () => null }

/** The value of an element in this evaluation, made at most once. */
function remembered<T extends ReturnType<GraphElement['valueIn']>>(
  evaluation: Evaluation,
  id: string,
  make: () => T,
): ReturnType<GraphElement['valueIn']> {
  const known = evaluation.values.get(id)
  if (known !== undefined) return known
  const value = make()
  evaluation.values.set(id, value)
  return value
}

const variableName = (element: DmnElement): string =>
  nameOf(elementOf(element, 'variable') ?? element) || nameOf(element)

/** What stands behind `#` in each reference; a reference into another model keeps its namespace. */
function requirementsOf(element: DmnElement, property: string): readonly string[] {
  return elementsOf(element, property).flatMap((requirement) =>
    ['requiredInput', 'requiredDecision', 'requiredKnowledge'].flatMap((kind) => {
      const reference = elementOf(requirement, kind)
      return reference === undefined ? [] : [textOf(reference, 'href').replace(/^#/, '')]
    }),
  )
}
