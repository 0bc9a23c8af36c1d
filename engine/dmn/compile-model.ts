import { payForSize, recordOf } from '../feel/embedding.ts'
import {
  type FeelContext,
  FeelFunction,
  type FeelValue,
  type NameShape,
  type VariableLookup,
} from '../feel/index.ts'
import { fail, ok, type Result } from '../result.ts'
import type {
  Decision,
  DecisionFailure,
  DecisionModel,
  DecisionOutcome,
  DmnProblem,
} from './decision-model.ts'
import { DmnStop, decisionFailureOf } from './decision-stop.ts'
import { type DmnElement, elementsOf, idOf, nameOf, textOf } from './read/element.ts'
import { Evaluation } from './requirements/evaluation.ts'
import type { GraphElement } from './requirements/graph-element.ts'
import type { DecisionElement, KnowledgeElement } from './requirements/read-elements.ts'
import { type Graph, readGraph } from './requirements/read-graph.ts'
import type { ServiceElement } from './requirements/read-service.ts'
import { RefusedLogic } from './requirements/refused-logic.ts'
import { type ItemTypes, readItemTypes } from './types/item-types.ts'
import { receiveValue } from './types/receive-value.ts'

/** A compiled model with what models that import it need. */
export interface CompiledModel {
  readonly model: DecisionModel
  readonly items: ItemTypes
  readonly graph: Graph
  /** Why logic of it or of a model that it imports cannot run. */
  readonly problems: readonly DmnProblem[]
}

/** Finds a model that may be imported by its namespace. */
export type AvailableModels = (namespace: string) => CompiledModel | undefined

/** Compiles the elements of a file. @throws DmnStop */
export function compileModel(definitions: DmnElement, available: AvailableModels): CompiledModel {
  const imports = readImports(definitions, available)
  const items = readItemTypes(definitions, new Map([...imports].map(([name, model]) => [name, model.items])))
  const refused = new RefusedLogic()
  const graph = readGraph(definitions, items, (reference) => foreignElement(reference, imports), refused)
  const model = {
    id: idOf(definitions),
    name: nameOf(definitions),
    namespace: textOf(definitions, 'namespace'),
    decisions: graph.decisions.map((decision) =>
      asDecision(decision, inputsOf(decision, graph), decide(decision)),
    ),
    services: graph.services.map((service) =>
      asDecision(
        service,
        service.parameters.map(({ name }) => name),
        serve(service),
      ),
    ),
    knowledge: graph.knowledge.map((element) =>
      asDecision(
        element,
        element.parameters.map(({ name }) => name),
        call(element),
      ),
    ),
  }
  const problems = [...[...imports.values()].flatMap((other) => other.problems), ...refused.problems]
  return { model, items, graph, problems }
}

function readImports(
  definitions: DmnElement,
  available: AvailableModels,
): ReadonlyMap<string, CompiledModel> {
  const wanted = elementsOf(definitions, 'import').filter((item) => /DMN/.test(textOf(item, 'importType')))
  return new Map(
    wanted.map((item) => {
      const namespace = textOf(item, 'namespace')
      const found = available(namespace)
      if (found !== undefined) return [nameOf(item), found]
      const message = `Expected the imported model "${namespace}" along with the file, got none; supply it or remove the import.`
      throw new DmnStop('dmn_reference_unknown', idOf(item), message)
    }),
  )
}

/** An element of an imported model is an entry of a context with the name of the import; without a name, itself. */
function foreignElement(
  reference: string,
  imports: ReadonlyMap<string, CompiledModel>,
): GraphElement | undefined {
  const [namespace, id] = reference.split('#')
  if (id === undefined) return undefined
  for (const [name, { model, graph }] of imports) {
    const element = graph.elements.get(id)
    if (model.namespace !== namespace || element === undefined) continue
    return qualified(name, element)
  }
  return undefined
}

function qualified(name: string, element: GraphElement): GraphElement {
  if (name === '') return { ...element, valueIn: (evaluation) => element.valueIn(evaluation.ofImport(name)) }
  const shape: NameShape = { [element.name]: element.shape }
  return {
    ...element,
    name,
    shape,
    valueIn: (evaluation) => recordOf([[element.name, element.valueIn(evaluation.ofImport(name))]]),
  }
}

/** Input data below a decision, and names that its expressions read without requiring them. */
function inputsOf(decision: DecisionElement, graph: Graph): readonly string[] {
  const found = new Set<string>()
  const visited = new Set<string>()
  const visit = (id: string): void => {
    const element = graph.elements.get(id)
    if (element === undefined || visited.has(id)) return
    visited.add(id)
    const foreign = graph.decisions.find((other) => other.id === id)?.foreignNames
    for (const name of foreign ??
      (element.requires.length === 0 && isInput(element, graph) ? [element.name] : []))
      found.add(name)
    element.requires.forEach(visit)
  }
  visit(decision.id)
  return [...found]
}

const isInput = (element: GraphElement, graph: Graph): boolean => graph.inputIds.has(element.id)

type Make = (evaluation: Evaluation) => FeelValue

const decide =
  (decision: DecisionElement): Make =>
  (evaluation) =>
    decision.valueIn(evaluation)

const serve =
  (service: ServiceElement): Make =>
  (evaluation) =>
    service.resultFrom(evaluation.machine, evaluation.inputs)

/** Calls a business knowledge model with the variables that have the names of its parameters. */
const call =
  (element: KnowledgeElement): Make =>
  (evaluation) => {
    const target = element.valueIn(evaluation)
    if (!(target instanceof FeelFunction)) return null
    const given = element.parameters.map(
      ({ name, type }) => [name, receiveValue(evaluation.machine, evaluation.inputs(name), type)] as const,
    )
    return target.callNamed(evaluation.machine, new Map(given))
  }

function asDecision(
  element: { id: string; name: string },
  requiredInputs: readonly string[],
  make: Make,
): Decision {
  return {
    id: element.id,
    name: element.name,
    requiredInputs,
    evaluate: (lookup, context) => evaluate(make, lookup, context),
  }
}

function evaluate(
  make: Make,
  lookup: VariableLookup,
  context: FeelContext,
): Result<DecisionOutcome, DecisionFailure> {
  try {
    const evaluation = Evaluation.start(lookup, context)
    const output = make(evaluation)
    payForSize(evaluation.machine, output)
    const { evaluated } = evaluation
    const last = evaluated.at(-1)
    return ok({ output, matchedRules: last?.matchedRules ?? [], inputs: last?.inputs ?? [], evaluated })
  } catch (thrown) {
    return fail(decisionFailureOf(thrown))
  }
}
