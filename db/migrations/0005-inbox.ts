import { QueryTypes, type Sequelize } from 'sequelize'
import { CountChanges } from '../stores/offers/count-changes.ts'
import { type Offer, type OfferTask, offerOf } from '../stores/offers/offer.ts'
import { createEngineTable, type EngineTable } from './engine-table.ts'

/** Open tasks as those see them who may take them, and how many there are. `task_candidates` gives way to it. */
export async function createInbox(sequelize: Sequelize): Promise<void> {
  for (const table of tables) await createEngineTable(sequelize, table)
  await fill(sequelize)
  await sequelize.query('DROP TABLE IF EXISTS `task_candidates`')
}

const tables: readonly EngineTable[] = [
  {
    name: 'task_offers',
    columns: {
      candidate: 'id',
      taken: 'integer',
      due_at: 'integer',
      task: 'integer',
      definition: 'integer',
      pool: 'integer',
    },
    primaryKey: ['candidate', 'taken', 'due_at', 'task'],
    indexes: [
      { columns: ['candidate', 'taken', 'definition', 'due_at', 'task'] },
      // SQLite's store knows the whole key of what it removes.
      { columns: ['task'], only: 'mysql' },
    ],
  },
  {
    name: 'task_pools',
    columns: { candidate: 'id', pool: 'integer' },
    primaryKey: ['candidate', 'pool'],
  },
  {
    name: 'task_counts_by_day',
    columns: { pool: 'integer', day: 'integer', slot: 'integer', open: 'integer' },
    primaryKey: ['pool', 'day', 'slot'],
  },
  {
    name: 'task_counts_by_element',
    columns: { pool: 'integer', definition: 'integer', element_id: 'id', slot: 'integer', open: 'integer' },
    primaryKey: ['pool', 'definition', 'element_id', 'slot'],
  },
]

/** Tasks read at a time. */
const PAGE = 1_000
const ROWS_PER_INSERT = 200

/** Makes the rows of the tasks that are open now; what an interrupted run has left goes first. */
async function fill(sequelize: Sequelize): Promise<void> {
  for (const { name } of tables) await sequelize.query(`DELETE FROM \`${name}\``)
  const counts = new CountChanges(1)
  for (let after = 0; ; ) {
    const tasks = await openTasks(sequelize, after)
    const last = tasks.at(-1)
    if (!last) break
    after = last.key
    const offers = tasks.map(offerOf).filter((offer) => offer !== null)
    for (const offer of offers) counts.add(offer, 1)
    await insert(sequelize, 'task_offers', offers.flatMap(rowsOf))
  }
  await insert(
    sequelize,
    'task_pools',
    counts.pools.flatMap(({ id, candidates }) => candidates.map((candidate) => ({ candidate, pool: id }))),
  )
  await insert(
    sequelize,
    'task_counts_by_day',
    counts.byDay.map(({ change, ...row }) => ({ ...row, open: change })),
  )
  await insert(
    sequelize,
    'task_counts_by_element',
    counts.byElement.map(({ change, elementId, ...row }) => ({
      ...row,
      element_id: elementId,
      open: change,
    })),
  )
}

const openTasks = (sequelize: Sequelize, after: number): Promise<OfferTask[]> =>
  sequelize.query<OfferTask>(
    'SELECT `key`, instance, definition, element_id AS elementId, state, assignee, candidate_groups AS candidateGroups,' +
      ' candidate_users AS candidateUsers, due_at AS dueAt' +
      ` FROM tasks WHERE state = 'CREATED' AND \`key\` > :after ORDER BY \`key\` LIMIT ${PAGE}`,
    { type: QueryTypes.SELECT, replacements: { after } },
  )

const rowsOf = ({ pool, taken, dueAt, task, definition }: Offer) =>
  pool.candidates.map((candidate) => ({
    candidate,
    taken,
    due_at: dueAt,
    task,
    definition,
    pool: pool.id,
  }))

async function insert(sequelize: Sequelize, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
    await sequelize.getQueryInterface().bulkInsert(table, rows.slice(from, from + ROWS_PER_INSERT))
}
