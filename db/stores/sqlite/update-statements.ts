import type Libsql from 'libsql'
import type { Table } from '../../../engine/ports/rows.ts'
import { NoSingleKey } from '../../../engine/ports/store-errors.ts'
import { columnName, NO_CHANGE, tableName } from '../sql/names.ts'

/** `checked`: the row must have a revision. */
type Kind = 'plain' | 'checked'

/** A step on the way to a statement: the columns changed so far. */
interface Step {
  readonly next: Map<string, Step>
  statement?: Libsql.Statement
}

/**
 * The statement for each set of columns that updates change. Found column by column: a text of all columns would have to
 * be made for every update.
 */
export class UpdateStatements {
  readonly #prepare: (sql: string) => Libsql.Statement
  readonly #first = new Map<string, Step>()

  constructor(prepare: (sql: string) => Libsql.Statement) {
    this.#prepare = prepare
  }

  of(table: Table, changes: object, kind: Kind): Libsql.Statement {
    let step = stepTo(stepIn(this.#first, table), kind)
    for (const column in changes) step = stepTo(step, column)
    step.statement ??= this.#prepare(updateSql(table, Object.keys(changes), kind))
    return step.statement
  }
}

const stepTo = (step: Step, name: string): Step => stepIn(step.next, name)

function stepIn(steps: Map<string, Step>, name: string): Step {
  const known = steps.get(name)
  if (known) return known
  const made: Step = { next: new Map() }
  steps.set(name, made)
  return made
}

function updateSql(table: Table, columns: readonly string[], kind: Kind): string {
  if (table === 'history') throw new NoSingleKey()
  const assignments = columns.map((column) => `${columnName(table, column)} = ?`)
  const sql = `UPDATE ${tableName(table)} SET ${assignments.join(', ') || NO_CHANGE} WHERE \`key\` = ?`
  return kind === 'plain' ? sql : `${sql} AND \`revision\` = ?`
}
