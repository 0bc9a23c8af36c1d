import { evaluate } from 'feelin'
import {
  type DmnElement,
  elementOf,
  elementsOf,
  idOf,
  nameOf,
  textOf,
  typeOf,
} from '../../engine/dmn/read/element.ts'
import { readDefinitions } from '../../engine/dmn/read/read-xml.ts'
import type { FeelValue } from '../../engine/feel/index.ts'
import { fromFeelin, toFeelin } from './feelin-values.ts'
import { literalOf, NotItsTrade, type Variables } from './literal-of.ts'
import { secondTable } from './second-table.ts'

/** What feelin says of a decision; null when it cannot take part. */
export type SecondOpinion = (
  decision: string,
  inputs: ReadonlyMap<string, FeelValue>,
) => { readonly value: FeelValue } | null

/**
 * feelin evaluates expressions and unary tests, so it takes part where a decision and all that it requires are literal
 * expressions, functions of one, or tables of a hit policy that needs nothing but the order of the rules. Boxed
 * expressions, services, priorities, aggregations and imports are not its trade; declared types are not looked at.
 */
export async function readSecondOpinion(model: string): Promise<SecondOpinion | null> {
  const definitions = await readDefinitions(model).catch(() => null)
  if (definitions === null || elementsOf(definitions, 'import').length > 0) return null
  const elements = elementsOf(definitions, 'drgElement')
  return (decision, inputs) => {
    const element = elements.find((item) => typeOf(item) === 'Decision' && nameOf(item) === decision)
    if (element === undefined) return null
    const worthOf = valuesOf(elements, inputs)
    try {
      return { value: fromFeelin(worthOf(element)) }
    } catch (thrown) {
      if (thrown instanceof NotItsTrade) return null
      // It throws for texts that it cannot parse: no value, as a failure is none for us.
      if (thrown instanceof Error) return { value: null }
      throw thrown
    }
  }
}

type WorthOf = (element: DmnElement) => unknown

function valuesOf(elements: readonly DmnElement[], inputs: ReadonlyMap<string, FeelValue>): WorthOf {
  const made = new Map<string, unknown>()
  const running = new Set<string>()
  const worthOf: WorthOf = (element) => {
    const id = idOf(element)
    if (made.has(id)) return made.get(id)
    if (running.has(id)) throw new NotItsTrade()
    running.add(id)
    const value = make(element)
    made.set(id, value)
    return value
  }
  const make = (element: DmnElement): unknown => {
    switch (typeOf(element)) {
      case 'InputData':
        return toFeelin(inputs.get(variableOf(element)) ?? null)
      case 'Decision':
        return decide(elementOf(element, 'decisionLogic'), variablesOf(element))
      case 'BusinessKnowledgeModel':
        return functionOf(elementOf(element, 'encapsulatedLogic'), variablesOf(element))
      default:
        throw new NotItsTrade()
    }
  }
  const variablesOf = (element: DmnElement): Variables => {
    const required = requirementsOf(element).map((id) => elements.find((other) => idOf(other) === id))
    return Object.fromEntries(
      required.map((other) => {
        if (other === undefined) throw new NotItsTrade()
        return [variableOf(other), worthOf(other)]
      }),
    )
  }
  return worthOf
}

function decide(logic: DmnElement | undefined, variables: Variables): unknown {
  if (logic === undefined) throw new NotItsTrade()
  if (typeOf(logic) === 'DecisionTable') return secondTable(logic, variables)
  return evaluate(literalOf(logic), { ...variables }).value
}

function functionOf(logic: DmnElement | undefined, variables: Variables): unknown {
  const body = logic === undefined ? undefined : elementOf(logic, 'body')
  const kind = textOf(logic, 'kind')
  if (logic === undefined || body === undefined || (kind !== '' && kind !== 'FEEL')) throw new NotItsTrade()
  const parameters = elementsOf(logic, 'formalParameter').map(nameOf)
  return evaluate(`function(${parameters.join(', ')}) ${literalOf(body)}`, { ...variables }).value
}

const variableOf = (element: DmnElement): string => nameOf(elementOf(element, 'variable') ?? element)

const requirementsOf = (element: DmnElement): string[] =>
  ['informationRequirement', 'knowledgeRequirement'].flatMap((kind) =>
    elementsOf(element, kind).flatMap((requirement) =>
      ['requiredInput', 'requiredDecision', 'requiredKnowledge'].flatMap((end) => {
        const reference = elementOf(requirement, end)
        return reference === undefined ? [] : [textOf(reference, 'href').replace(/^#/, '')]
      }),
    ),
  )
