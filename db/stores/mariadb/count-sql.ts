import type { Key } from '../../../engine/ports/rows.ts'
import { type CountChanges, MILLISECONDS_OF_DAY } from '../candidacies/count-changes.ts'
import type { SqlValue } from '../sql/sql-text.ts'
import { places, rowsOfPlaces, type Statement, statement } from './statement.ts'

/** Lanes write the counts of their instances in rows of their own: two, as there are lanes unless asked otherwise. */
export const SLOTS = 2

/** A table of counts: the columns that say what is counted, and where a task in the database has them. */
interface Counts {
  readonly table: string
  readonly columns: readonly string[]
  readonly ofTask: string
}

const BY_POOL: Counts = {
  table: 'task_counts_by_pool',
  columns: ['pool', 'slot'],
  ofTask: `o.pool, t.instance % ${SLOTS} AS slot`,
}
const BY_DAY: Counts = {
  table: 'task_counts_by_day',
  columns: ['pool', 'day', 'slot'],
  ofTask: `o.pool, o.due_at DIV ${MILLISECONDS_OF_DAY} AS day, t.instance % ${SLOTS} AS slot`,
}
const BY_ELEMENT: Counts = {
  table: 'task_counts_by_element',
  columns: ['pool', 'definition', 'element_id', 'slot'],
  ofTask: `o.pool, t.definition, t.element_id, t.instance % ${SLOTS} AS slot`,
}

/**
 * Adds to the counts what is known here, and `change` for each of the tasks as the database has them. Most commands take
 * away what they add, so both are added up first and mostly nothing is written.
 */
export function insertCountsSql(known: CountChanges, tasks: readonly Key[], change: 1 | -1): Statement[] {
  if (tasks.length === 0 && known.areNone) return []
  const pools = known.byPool.map((one) => [one.pool, one.slot, one.change])
  const days = known.byDay.map((one) => [one.pool, one.day, one.slot, one.change])
  const elements = known.byElement.map((one) => [
    one.pool,
    one.definition,
    one.elementId,
    one.slot,
    one.change,
  ])
  return [
    ...insertSql(BY_POOL, pools, tasks, change),
    ...insertSql(BY_DAY, days, tasks, change),
    ...insertSql(BY_ELEMENT, elements, tasks, change),
  ]
}

function insertSql(
  { table, columns, ofTask }: Counts,
  known: readonly (readonly SqlValue[])[],
  tasks: readonly Key[],
  change: 1 | -1,
): Statement[] {
  const names = columns.join(', ')
  const update = 'ON DUPLICATE KEY UPDATE `open` = `open` + VALUES(`open`)'
  const into = `INSERT INTO ${table} (${names}, \`open\`)`
  if (tasks.length === 0)
    return known.length === 0
      ? []
      : [
          statement(
            `${into} VALUES ${rowsOfPlaces(known.length, columns.length + 1)} ${update}`,
            known.flat(),
          ),
        ]
  const ofTasks =
    `SELECT DISTINCT o.task, ${ofTask}, ${change} AS changed FROM task_candidacies o JOIN tasks t ON t.\`key\` = o.task` +
    ` WHERE o.task IN (${places(tasks.length)}) AND o.taken = 0`
  const all = [ofTasks, ...known.map((row) => `SELECT 0, ${places(row.length)}`)].join(' UNION ALL ')
  return [
    statement(
      `${into} SELECT ${names}, SUM(changed) FROM (${all}) changes GROUP BY ${names} HAVING SUM(changed) <> 0 ${update}`,
      [...tasks, ...known.flat()],
    ),
  ]
}
