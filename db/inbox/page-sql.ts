import type { Dialect } from '../connection/open-database.ts'
import { shapes } from '../stores/rows/shapes.ts'
import { columnName } from '../stores/sql/names.ts'
import { type SqlText, sql } from '../stores/sql/sql-text.ts'
import type { Stream } from './streams.ts'

/** Columns of a task in the order in which `pageSql` gives them. */
export const taskColumns = Object.keys(shapes.tasks.columns)

const columns = taskColumns.map((column) => `t.${columnName('tasks', column)}`).join(', ')

/** A limit within a union: SQLite takes it in a query of its own only, which costs MariaDB a table for each. */
const runSql = (dialect: Dialect, text: string): string =>
  dialect === 'sqlite' ? `SELECT task, due_at FROM (${text}) run` : `(${text})`

/** Merges the streams; a task that comes in several, because it is offered to several groups, comes once. */
export function pageSql(dialect: Dialect, streams: readonly Stream[], limit: number): SqlText {
  const runs = streams.map(({ text }) => runSql(dialect, text))
  return sql(
    `SELECT ${columns} FROM (SELECT task, due_at FROM (${runs.join(' UNION ')}) merged` +
      ` ORDER BY due_at, task LIMIT ${limit}) page JOIN tasks t ON t.\`key\` = page.task` +
      ' ORDER BY page.due_at, page.task',
    streams.flatMap(({ values }) => values),
  )
}
