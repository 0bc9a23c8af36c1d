import type { Table } from '../../../engine/ports/rows.ts'
import { columnName, NO_CHANGE, tableName } from '../sql/names.ts'
import { type Shape, shapeOf } from './statement.ts'

/** An UPDATE of one row: of these columns by its key; and only while it has a revision. */
interface UpdateShapes {
  readonly plain: Shape
  readonly checked: Shape
}

/** The columns up to here, in the order in which they are changed. */
interface Step {
  readonly next: Map<string, Step>
  shapes?: UpdateShapes
}

const firstSteps = new Map<Table, Step>()

/** Walking the columns costs less than making the text of each update anew only to look it up. */
export function updateShapes(table: Table, columns: readonly string[]): UpdateShapes {
  let step = nextOf(firstSteps, table)
  for (const column of columns) step = nextOf(step.next, column)
  step.shapes ??= madeFor(table, columns)
  return step.shapes
}

function nextOf<Name>(steps: Map<Name, Step>, name: Name): Step {
  const known = steps.get(name)
  if (known) return known
  const step: Step = { next: new Map() }
  steps.set(name, step)
  return step
}

function madeFor(table: Table, columns: readonly string[]): UpdateShapes {
  const assignments = columns.map((column) => `${columnName(table, column)} = ?`).join(', ')
  const text = `UPDATE ${tableName(table)} SET ${assignments || NO_CHANGE} WHERE \`key\` = ?`
  return {
    plain: shapeOf(text, columns.length + 1),
    checked: shapeOf(`${text} AND \`revision\` = ?`, columns.length + 2),
  }
}
