import { QueryTypes, type Sequelize } from 'sequelize'
import { type Candidacy, type CandidacyTask, candidacyOf, takenOf } from '../stores/candidacies/candidacy.ts'
import { CountChanges } from '../stores/candidacies/count-changes.ts'
import { createEngineTable, type EngineTable } from './engine-table.ts'

/** Open tasks as those see them who may take them, and how many there are. `task_candidates` gives way to it. */
export async function createInbox(sequelize: Sequelize): Promise<void> {
  for (const table of tables) await createEngineTable(sequelize, table)
  await fill(sequelize)
  await sequelize.query('DROP TABLE IF EXISTS `task_candidates`')
}

const tables: readonly EngineTable[] = [
  {
    name: 'task_candidacies',
    columns: {
      candidate: 'id',
      taken: 'integer',
      due_at: 'integer',
      task: 'integer',
      definition: 'integer',
      pool: 'integer',
      follow_up_at: 'integer',
    },
    primaryKey: ['candidate', 'taken', 'due_at', 'task'],
    indexes: [
      // The last one is only read, so that the row need not be.
      {
        name: 'definition',
        columns: ['candidate', 'taken', 'definition', 'due_at', 'task', 'follow_up_at'],
      },
      { columns: ['candidate', 'taken', 'follow_up_at'], where: 'follow_up_at > 0' },
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
    const candidacies = tasks.map(candidacyOf).filter((candidacy) => candidacy !== null)
    for (const candidacy of candidacies) counts.add(candidacy, 1)
    await insert(sequelize, 'task_candidacies', candidacies.flatMap(rowsOf))
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

const openTasks = (sequelize: Sequelize, after: number): Promise<CandidacyTask[]> =>
  sequelize.query<CandidacyTask>(
    'SELECT `key`, instance, definition, element_id AS elementId, state, assignee, candidate_groups AS candidateGroups,' +
      ' candidate_users AS candidateUsers, due_at AS dueAt, follow_up_at AS followUpAt, transition' +
      ` FROM tasks WHERE state = 'CREATED' AND \`key\` > :after ORDER BY \`key\` LIMIT ${PAGE}`,
    { type: QueryTypes.SELECT, replacements: { after } },
  )

const rowsOf = (candidacy: Candidacy) =>
  candidacy.pool.candidates.map((candidate) => ({
    candidate,
    taken: takenOf(candidacy),
    due_at: candidacy.dueAt,
    task: candidacy.task,
    definition: candidacy.definition,
    pool: candidacy.pool.id,
    follow_up_at: candidacy.followUpAt,
  }))

async function insert(sequelize: Sequelize, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT)
    await sequelize.getQueryInterface().bulkInsert(table, rows.slice(from, from + ROWS_PER_INSERT))
}
