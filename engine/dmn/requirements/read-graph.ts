import { ANY, type FeelType } from '../../feel/embedding.ts'
import { DmnStop } from '../decision-stop.ts'
import { type DmnElement, elementOf, elementsOf, idOf, nameOf, textOf, typeOf } from '../read/element.ts'
import type { ItemTypes } from '../types/item-types.ts'
import type { GraphElement } from './graph-element.ts'
import {
  type DecisionElement,
  type KnowledgeElement,
  type Resolve,
  readDecision,
  readInputData,
  readKnowledge,
} from './read-elements.ts'
import { readService, type ServiceElement } from './read-service.ts'
import type { RefusedLogic } from './refused-logic.ts'

/** The requirements graph of a model, compiled. */
export interface Graph {
  readonly decisions: readonly DecisionElement[]
  readonly services: readonly ServiceElement[]
  readonly knowledge: readonly KnowledgeElement[]
  readonly elements: ReadonlyMap<string, GraphElement>
  /** Ids of the input data. */
  readonly inputIds: ReadonlySet<string>
}

/** Compiles all elements, each after those it requires. `foreign` finds elements of imported models. @throws DmnStop */
export function readGraph(
  definitions: DmnElement,
  items: ItemTypes,
  foreign: (reference: string) => GraphElement | undefined,
  refused: RefusedLogic,
): Graph {
  const sources = new Map(elementsOf(definitions, 'drgElement').map((element) => [idOf(element), element]))
  const done = new Map<string, GraphElement>()
  const decisions: DecisionElement[] = []
  const services: ServiceElement[] = []
  const knowledge: KnowledgeElement[] = []
  const running = new Set<string>()
  const typeOfId = (id: string): FeelType => variableType(sources.get(id), items)
  const resolve: Resolve = (reference, from) => {
    const known = done.get(reference) ?? foreign(reference)
    if (known !== undefined) return known
    const source = sources.get(reference)
    if (source === undefined) throw unknown(reference, from)
    if (running.has(reference)) {
      if (typeOf(source) !== 'Decision') return later(source, done)
      throw cycle(source)
    }
    running.add(reference)
    const element = build(source)
    if (element === null) throw unknown(reference, from)
    done.set(reference, element)
    running.delete(reference)
    return element
  }
  const build = (source: DmnElement): GraphElement | null => {
    switch (typeOf(source)) {
      case 'InputData':
        return readInputData(source, items)
      case 'Decision':
        return kept(decisions, readDecision(source, items, resolve, refused))
      case 'BusinessKnowledgeModel':
        return kept(knowledge, readKnowledge(source, items, resolve, refused))
      case 'DecisionService':
        return kept(services, readService(source, items, typeOfId, resolve))
      default:
        return null
    }
  }
  for (const [id, source] of sources) if (typeOf(source) !== 'KnowledgeSource') resolve(id, source)
  const inputs = [...sources].filter(([, source]) => typeOf(source) === 'InputData').map(([id]) => id)
  return { decisions, services, knowledge, elements: done, inputIds: new Set(inputs) }
}

function kept<T>(list: T[], element: T): T {
  list.push(element)
  return element
}

const variableType = (source: DmnElement | undefined, items: ItemTypes): FeelType =>
  source === undefined ? ANY : items.typeOf(textOf(elementOf(source, 'variable'), 'typeRef'))

/** A function may call itself: its value is found when it runs, after the graph is complete. */
function later(source: DmnElement, done: ReadonlyMap<string, GraphElement>): GraphElement {
  return {
    id: idOf(source),
    name: nameOf(source),
    shape: {},
    requires: [],
    valueIn: (evaluation) => done.get(idOf(source))?.valueIn(evaluation) ?? null,
  }
}

const unknown = (reference: string, from: DmnElement): DmnStop =>
  new DmnStop(
    'dmn_reference_unknown',
    idOf(from),
    `Expected an element "${reference}" that "${nameOf(from)}" requires, got none; add it or remove the requirement.`,
  )

const cycle = (source: DmnElement): DmnStop =>
  new DmnStop(
    'dmn_requirement_cycle',
    idOf(source),
    `Expected decisions that do not require themselves, got a cycle at "${nameOf(source)}"; remove one requirement.`,
  )
