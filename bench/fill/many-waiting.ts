import type { Sequelize } from 'sequelize'
import { shapes } from '../../db/stores/rows/shapes.ts'
import { columnName } from '../../db/stores/sql/names.ts'
import type { Table } from '../../engine/ports/rows.ts'
import { type OpenTask, openTasks, type RunningEngine } from '../engine-on.ts'

/**
 * Makes many more instances like the one that is started here: copies of its rows under new keys, as the engine would
 * have written them one by one. Their keys are reserved and follow each other; states and events hold keys as distances
 * from the instance's.
 *
 * @param count at most a million
 * @returns where they are
 */
export async function fillWaiting(running: RunningEngine, count: number): Promise<ManyWaiting> {
  const { sequelize, store } = running.database
  const instance = await running.start()
  const task = (await openTasks(running)).find((one) => one.instance === instance)!.task
  const distance = task - instance
  const apart = distance + 1
  const first = await store.reserveKeys(apart * count)
  const [instances, tasks] = [`${first} + ${apart} * n.n`, `${first + distance} + ${apart} * n.n`]
  const rows: readonly [string, string, Readonly<Record<string, string>>][] = [
    ['instances', `\`key\` = ${instance}`, { key: instances }],
    ['history', `instance = ${instance}`, { instance: instances }],
    ['tasks', `\`key\` = ${task}`, { key: tasks, instance: instances }],
  ]
  for (const [table, where, changed] of rows)
    await copy(sequelize, table, columnsOf(table as Table, changed), where, count) // named like their tables
  const candidacy = {
    candidate: 'candidate',
    taken: 'taken',
    due_at: 'due_at',
    task: tasks,
    definition: 'definition',
    pool: 'pool',
    follow_up_at: 'follow_up_at',
  }
  await copy(sequelize, 'task_candidacies', candidacy, `task = ${task}`, count)
  for (const table of ['task_counts_by_pool', 'task_counts_by_day', 'task_counts_by_element'])
    await sequelize.query(
      `UPDATE ${table} SET \`open\` = \`open\` + ${count} WHERE slot = ${instance % 2} OR \`open\` > 0`,
    )
  return new ManyWaiting(first, apart, distance, count)
}

/** Many waiting instances by their numbers, in a few numbers each: a million objects would be the collector's work. */
export class ManyWaiting {
  readonly #first: number
  readonly #apart: number
  readonly #tasks: Float64Array

  constructor(first: number, apart: number, distance: number, count: number) {
    this.#first = first
    this.#apart = apart
    this.#tasks = Float64Array.from({ length: count }, (_, at) => first + apart * at + distance)
  }

  get count(): number {
    return this.#tasks.length
  }

  openTask(at: number): OpenTask {
    return { instance: this.#first + this.#apart * at, task: this.#tasks[at]! }
  }

  /** The instance stands at this task now. */
  moved({ instance, task }: OpenTask): void {
    this.#tasks[(instance - this.#first) / this.#apart] = task
  }
}

/** What each column is filled with. */
type Cells = Readonly<Record<string, string>>

/** Every column as it is, or as told. */
const columnsOf = (table: Table, changed: Cells): Cells =>
  Object.fromEntries(
    Object.keys(shapes[table].columns).map((column) => {
      const name = columnName(table, column)
      return [name, changed[column] ?? `model.${name}`]
    }),
  )

const DIGIT = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit} AS d`).join(' UNION ALL ')
const PLACES = [0, 1, 2, 3, 4, 5]
/** 0 … 999,999, without what only one of the databases has. */
const NUMBERS =
  `SELECT ${PLACES.map((place) => `d${place}.d * ${10 ** place}`).join(' + ')} AS n` +
  ` FROM ${PLACES.map((place) => `(${DIGIT}) d${place}`).join(', ')}`

async function copy(
  sequelize: Sequelize,
  table: string,
  cells: Cells,
  where: string,
  count: number,
): Promise<void> {
  await sequelize.query(
    `INSERT INTO ${table} (${Object.keys(cells).join(', ')}) SELECT ${Object.values(cells).join(', ')} FROM (SELECT * FROM ${table} WHERE ${where}) model,` +
      ` (${NUMBERS}) n WHERE n.n < ${count} ORDER BY n.n`,
  )
}
