import { QueryTypes } from 'sequelize'
import type { Database } from '../../db/connection/open-database.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import type { RunningEngine } from '../engine-on.ts'

/** What completing a task writes, with values as the engine writes them; only keys and revisions differ. */
export interface Completion {
  readonly instance: Rows['instances']
  readonly history: Rows['history']
  /** The open task that follows. */
  readonly task: Rows['tasks']
  readonly completedTask: Pick<Rows['tasks'], 'state' | 'endedAt' | 'outcome' | 'completedBy' | 'revision'>
  readonly candidate: string
  /** Of the task that ended and of the one that follows: the counts of open tasks stay as they are. */
  readonly pool: number
}

/** Reads a completion that the engine has just made off its rows. */
export async function sampleCompletion({
  database,
  start,
  completeTask,
}: RunningEngine): Promise<Completion> {
  const { store } = database
  const key = await start()
  const first = await taskIn(store, key, 'CREATED')
  await completeTask({ instance: key, task: first.key })
  const [history] = await store.find('history', {
    where: [{ column: 'instance', is: '=', value: key }],
    orderBy: [{ column: 'seq', descending: true }],
    limit: 1,
  })
  const { state, endedAt, outcome, completedBy, revision } = await taskIn(store, key, 'COMPLETED')
  return {
    instance: (await store.get('instances', key))!,
    history: history!,
    task: await taskIn(store, key, 'CREATED'),
    completedTask: { state, endedAt, outcome, completedBy, revision },
    candidate: 'sales',
    pool: await poolOf(database),
  }
}

async function poolOf({ sequelize }: Database): Promise<number> {
  const [row] = await sequelize.query<{ pool: number }>('SELECT pool FROM task_candidacies LIMIT 1', {
    type: QueryTypes.SELECT,
  })
  return row!.pool
}

async function taskIn(
  store: EngineStore,
  instance: number,
  state: Rows['tasks']['state'],
): Promise<Rows['tasks']> {
  const [task] = await store.find('tasks', {
    where: [
      { column: 'instance', is: '=', value: instance },
      { column: 'state', is: '=', value: state },
    ],
  })
  return task!
}

/** Keys that no engine has reserved in this database. */
export const FIRST_KEY = 1_000_000_000

/** One waiting instance that is completed by hand: its present task and revision. */
export interface HandDriven {
  readonly key: number
  task: number
  revision: number
}
