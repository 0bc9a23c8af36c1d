import { type Machine, recordOf } from '../../feel/embedding.ts'
import type { FeelValue, NameShape, VariableLookup } from '../../feel/index.ts'
import { DmnStop } from '../decision-stop.ts'
import type { Logic, LogicUnit } from '../logic/logic.ts'
import { type DmnElement, elementOf, elementsOf, idOf, nameOf, textOf } from '../read/element.ts'
import { splitTests } from './split-tests.ts'

/** The output columns of a table. */
export interface Outputs {
  readonly names: readonly string[]
  /** Of each output, its allowed values as logic, from the highest priority to the lowest; null when it lists none. */
  readonly priorities: readonly (readonly Logic[] | null)[]
  /** One output is its value, several are a context. */
  assemble(values: readonly FeelValue[]): FeelValue
  /** The result when no rule matches. */
  defaults(machine: Machine, lookup: VariableLookup): FeelValue
}

export function readOutputs(table: DmnElement, shape: NameShape, unit: LogicUnit): Outputs {
  const columns = elementsOf(table, 'output')
  const names = columns.map((column) => nameOf(column))
  if (columns.length > 1 && names.includes('')) {
    const message = 'Expected a name for each of several outputs, got one without; name it.'
    throw new DmnStop('dmn_table_invalid', idOf(table), message)
  }
  const assemble = (values: readonly FeelValue[]): FeelValue =>
    columns.length === 1 ? (values[0] ?? null) : recordOf(names.map((name, i) => [name, values[i] ?? null]))
  return {
    names: names.map((name) => name || 'output'),
    priorities: columns.map((column) => readPriorities(column, shape, unit)),
    assemble,
    defaults: readDefaults(columns, shape, unit, assemble),
  }
}

function readPriorities(column: DmnElement, shape: NameShape, unit: LogicUnit): readonly Logic[] | null {
  const text = textOf(elementOf(column, 'outputValues'), 'text')
  if (text === '') return null
  return splitTests(text).map((value) => {
    const expression = unit.expression(value, shape, column)
    return (machine, lookup) => expression.run(machine, lookup)
  })
}

function readDefaults(
  columns: readonly DmnElement[],
  shape: NameShape,
  unit: LogicUnit,
  assemble: (values: readonly FeelValue[]) => FeelValue,
): Outputs['defaults'] {
  const entries = columns.map((column) => elementOf(column, 'defaultOutputEntry'))
  if (entries.every((entry) => entry === undefined)) return () => null
  const logics = entries.map(
    (entry): Logic => (entry === undefined ? () => null : unit.compile(entry, shape)),
  )
  return (machine, lookup) => assemble(logics.map((logic) => logic(machine, lookup)))
}
