import { type Database, type OpenOptions, openDatabase } from '../db/connection/open-database.ts'
import { noVariables } from '../engine/json.ts'
import { createEngine, type Engine } from '../engine/runtime/index.ts'

/** The engine on a database of its own, with one process deployed. */
export interface RunningEngine {
  readonly database: Database
  readonly engine: Engine
  /** Starts an instance and returns its key. */
  start(): Promise<number>
  /** Completes the open task of an instance. */
  completeTask(task: OpenTask): Promise<void>
  close(): Promise<void>
}

export interface OpenTask {
  readonly instance: number
  readonly task: number
}

/** Clock as in production, nothing running in the background: what is measured is the commands. */
export async function engineOn(url: string, xml: string, options: OpenOptions = {}): Promise<RunningEngine> {
  const database = await openDatabase(url, options)
  const engine = createEngine({
    store: database.store,
    handlers: {},
    clock: Date.now,
    zone: 'UTC',
    checkForm: () => [],
    onFault: ({ doing, error }) => console.error(doing, error),
  })
  const definition = await deploy(engine, xml)
  return {
    database,
    engine,
    start: () => start(engine, definition),
    completeTask: (task) => completeTask(engine, task),
    close: async () => {
      await engine.stop()
      await database.close()
    },
  }
}

async function deploy(engine: Engine, content: string): Promise<number> {
  const deployed = await engine.deploy([{ name: 'bench.bpmn', content }], 'bench')
  if (!deployed.ok) throw new Error(`the diagram was refused: ${JSON.stringify(deployed.error)}`)
  return deployed.value.processes[0]!.row.key
}

async function start(engine: Engine, key: number): Promise<number> {
  const started = await engine.create({ process: { key }, variables: noVariables() }, { by: 'sara' })
  if (!started.ok) throw new Error(`the start was refused: ${started.error.message}`)
  return started.value.key
}

async function completeTask(engine: Engine, { instance, task }: OpenTask): Promise<void> {
  const command = { type: 'completeTask', key: task, variables: noVariables(), outcome: null } as const
  const done = await engine.execute(instance, command, { by: 'sara' })
  if (!done.ok) throw new Error(`the completion was refused: ${done.error.message}`)
}

/** The open task of each instance, as the database has it. */
export async function openTasks({ database }: RunningEngine, limit?: number): Promise<OpenTask[]> {
  const rows = await database.store.find('tasks', {
    where: [{ column: 'state', is: '=', value: 'CREATED' }],
    columns: ['key', 'instance'],
    ...(limit !== undefined && { limit }),
  })
  return rows.map(({ instance, key }) => ({ instance, task: key }))
}
