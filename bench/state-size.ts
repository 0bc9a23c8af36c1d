import { QueryTypes } from 'sequelize'
import type { Database } from '../db/connection/open-database.ts'
import { compileOne } from '../engine/testing/player.ts'
import { endless, fortyActivities, oneTask, tenActivities, type Waiting } from './diagrams.ts'
import { engineOn, openTasks, type RunningEngine } from './engine-on.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { bpmnEngine, waitingState } from './peers/bpmn-engine.ts'
import { waitingInstance } from './peers/kartabl.ts'
import { temporarySqlite } from './temporary-database.ts'

/** Goal 3: what a waiting instance occupies. */
export async function stateSize(): Promise<Figure[]> {
  return [
    await rowsOfWaiting(oneTask, 600),
    await rowsOfWaiting(fortyActivities, 1_200),
    await growthByCompleting(10),
    await againstPeer(oneTask),
    await againstPeer(tenActivities),
    await againstPeer(fortyActivities),
  ]
}

/** Goal 3 counts payload: text by its bytes, each number by the eight bytes it may need, keys among them. */
const BYTES_OF_NUMBER = 8

/**
 * Every row that says what is waiting: the snapshot without its variables, and what is projected from it. Completed
 * tasks are the past, like the history.
 */
const WAITING_ROWS = {
  instances: '`key` = :instance',
  tasks: "instance = :instance AND state = 'CREATED'",
  task_candidacies: 'task IN (SELECT `key` FROM tasks WHERE instance = :instance)',
  jobs: 'instance = :instance',
  timers: 'instance = :instance',
  subscriptions: 'instance = :instance',
  incidents: "instance = :instance AND state = 'ACTIVE'",
}

async function rowsOfWaiting({ name, xml, done }: Waiting, limit: number): Promise<Figure> {
  const ours = await withEngine(xml, async (running) => {
    const instance = await running.start()
    for (const _ of done) await completeOnly(running)
    return waitingBytes(running.database, instance)
  })
  return costs({
    name: `rows of a waiting instance: ${name}`,
    ours,
    reference: limit,
    goal: 1,
    unit: 'bytes',
    against: 'the limit',
  })
}

async function growthByCompleting(tasks: number): Promise<Figure> {
  const [ours, reference] = await withEngine(endless, async (running) => {
    const instance = await running.start()
    const before = await waitingBytes(running.database, instance)
    for (let task = 0; task < tasks; task++) await completeOnly(running)
    return [await waitingBytes(running.database, instance), before]
  })
  return costs({
    name: `rows of a waiting instance: after ${tasks} completed tasks, ≤ 5 % more`,
    ours: ours!,
    reference: reference!,
    goal: 1 / 1.05,
    unit: 'bytes',
    against: 'before them',
  })
}

async function withEngine<T>(xml: string, measure: (running: RunningEngine) => Promise<T>): Promise<T> {
  const file = await temporarySqlite()
  const running = await engineOn(file.url, xml)
  try {
    return await measure(running)
  } finally {
    await running.close()
    await file.remove()
  }
}

async function completeOnly(running: RunningEngine): Promise<void> {
  const [task] = await openTasks(running)
  await running.completeTask(task!)
}

async function waitingBytes({ sequelize }: Database, instance: number): Promise<number> {
  let total = 0
  for (const [table, where] of Object.entries(WAITING_ROWS)) {
    const columns = await columnsOf(sequelize, table)
    const sum = columns
      .filter((column) => column !== 'variables')
      .map(bytesOf)
      .join(' + ')
    const [row] = await sequelize.query<{ bytes: number }>(
      `SELECT COALESCE(SUM(${sum}), 0) AS bytes FROM ${table} WHERE ${where}`,
      { type: QueryTypes.SELECT, replacements: { instance } },
    )
    total += row!.bytes
  }
  return total
}

const columnsOf = async (sequelize: Database['sequelize'], table: string): Promise<string[]> =>
  Object.keys(await sequelize.getQueryInterface().describeTable(table))

const bytesOf = (column: string): string =>
  `CASE typeof(\`${column}\`) WHEN 'text' THEN length(CAST(\`${column}\` AS BLOB))` +
  ` WHEN 'null' THEN 0 ELSE ${BYTES_OF_NUMBER} END`

async function againstPeer(waiting: Waiting): Promise<Figure> {
  const { state, variables } = waitingInstance(await compileOne(waiting.xml), waiting)
  const peer = waitingState(await bpmnEngine(waiting.xml), waiting)
  return costs({
    name: `state of a waiting instance: ${waiting.name}`,
    ours: Buffer.byteLength(state + variables),
    reference: Buffer.byteLength(peer),
    goal: null,
    unit: 'bytes',
    against: 'bpmn-engine getState',
  })
}
