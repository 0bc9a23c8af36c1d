import { recordOf } from '../../feel/embedding.ts'
import { elementsOf, nameOf } from '../read/element.ts'
import type { LogicCompiler } from './logic.ts'

export const compileBoxedList: LogicCompiler = (element, shape, unit) => {
  const items = elementsOf(element, 'elements').map((item) => unit.compile(item, shape))
  return (machine, lookup) => items.map((item) => item(machine, lookup))
}

/** Rows of expressions under named columns: a list of contexts. */
export const compileRelation: LogicCompiler = (element, shape, unit) => {
  const columns = elementsOf(element, 'column').map(nameOf)
  const rows = elementsOf(element, 'row').map((row) =>
    elementsOf(row, 'elements').map((cell) => unit.compile(cell, shape)),
  )
  return (machine, lookup) =>
    rows.map((cells) => recordOf(columns.map((name, i) => [name, cells[i]?.(machine, lookup) ?? null])))
}
