import type { Key } from '../../engine/ports/rows.ts'
import { marks, type SqlText, sql } from '../stores/sql/sql-text.ts'

/** Which of the candidates has something to take of which of the definitions. */
export const busyDefinitionsSql = (candidates: readonly string[], definitions: readonly Key[]): SqlText =>
  sql(
    'SELECT p.candidate, c.definition FROM task_pools p JOIN task_counts_by_element c ON c.pool = p.pool' +
      ` WHERE p.candidate IN (${marks(candidates.length)}) AND c.definition IN (${marks(definitions.length)})` +
      ' GROUP BY p.candidate, c.definition HAVING SUM(c.`open`) > 0',
    [...candidates, ...definitions],
  )
