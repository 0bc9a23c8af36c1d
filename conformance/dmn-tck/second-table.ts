import { evaluate, unaryTest } from 'feelin'
import { type DmnElement, elementOf, elementsOf, nameOf, textOf } from '../../engine/dmn/read/element.ts'
import { literalOf, NotItsTrade, type Variables } from './literal-of.ts'

/** Policies that need nothing but the order of the rules. */
const SINGLE = ['', 'UNIQUE', 'FIRST', 'ANY']
const MULTIPLE = ['RULE ORDER', 'COLLECT']

/** A decision table whose cells feelin evaluates. @throws NotItsTrade for priorities, aggregations and default outputs */
export function secondTable(table: DmnElement, variables: Variables): unknown {
  const policy = textOf(table, 'hitPolicy')
  const outputs = elementsOf(table, 'output')
  const known = SINGLE.includes(policy) || MULTIPLE.includes(policy)
  if (!known || textOf(table, 'aggregation') !== '' || outputs.some(hasDefault)) throw new NotItsTrade()
  const seen = elementsOf(table, 'input').map(
    (input) => evaluate(literalOf(elementOf(input, 'inputExpression')), { ...variables }).value,
  )
  const hits = elementsOf(table, 'rule').filter((rule) => matches(rule, seen, variables))
  const results = hits.map((rule) => resultOf(rule, outputs, variables))
  if (MULTIPLE.includes(policy)) return results.length === 0 ? null : results
  return policy !== 'FIRST' && policy !== 'ANY' && results.length > 1 ? null : results[0]
}

const hasDefault = (output: DmnElement): boolean => elementOf(output, 'defaultOutputEntry') !== undefined

const matches = (rule: DmnElement, seen: readonly unknown[], variables: Variables): boolean =>
  elementsOf(rule, 'inputEntry').every((entry, i) => {
    const text = textOf(entry, 'text')
    return text === '' || text === '-' || unaryTest(text, { ...variables, '?': seen[i] }).value === true
  })

function resultOf(rule: DmnElement, outputs: readonly DmnElement[], variables: Variables): unknown {
  const values = elementsOf(rule, 'outputEntry').map(
    (entry) => evaluate(literalOf(entry), { ...variables }).value,
  )
  return outputs.length === 1
    ? values[0]
    : Object.fromEntries(outputs.map((output, i) => [nameOf(output), values[i]]))
}
