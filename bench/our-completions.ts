import { endless } from './diagrams.ts'
import { engineOn, openTasks, type RunningEngine } from './engine-on.ts'
import { type Rate, rateInFlight } from './measuring/for-a-while.ts'

/** Durable completions through the engine's runtime and store. */
export interface OurCompletions {
  readonly running: RunningEngine
  /** One at a time, and on all lines at once. */
  readonly one: Rate
  readonly all: Rate
  /** Completes the open task of a line; resolves with 1, what was done. */
  complete(line: number): Promise<number>
}

interface Asked {
  /** Writer connections of the store on MariaDB; the store's own number when left out. */
  readonly lanes?: number
  /** Each line of work has an instance of its own, as different people have different tasks. */
  readonly lines?: number
}

/** With a number of lanes, line after line is written over the next of them. */
export async function ourCompletions(
  url: string,
  { lanes, lines = 16 }: Asked = {},
): Promise<OurCompletions> {
  const running = await engineOn(url, endless, lanes === undefined ? {} : { lanes })
  const open: OpenLine[] = []
  while (open.length < lines) {
    const instance = await running.start()
    // Commands on one instance go over one lane, the rest of its key.
    if (lanes === undefined || instance % lanes === open.length % lanes) open.push({ instance, task: 0 })
  }
  await findTasks(running, open)
  followTasks(running, open)
  const complete = (line: number) => running.completeTask(open[line]!).then(() => 1)
  return { running, one: rateInFlight(1, complete), all: rateInFlight(lines, complete), complete }
}

interface OpenLine {
  readonly instance: number
  task: number
}

async function findTasks(running: RunningEngine, open: readonly OpenLine[]): Promise<void> {
  const taskOf = new Map((await openTasks(running)).map(({ instance, task }) => [instance, task]))
  for (const line of open) line.task = taskOf.get(line.instance)!
}

/** The next task of an instance is known from the commit that made it, as a live inbox knows it. */
function followTasks({ engine }: RunningEngine, open: readonly OpenLine[]): void {
  const lineOf = new Map(open.map((line) => [line.instance, line]))
  engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes) {
      const line = lineOf.get(instance)
      if (line && table === 'tasks' && kind === 'inserted') line.task = key
    }
  })
}
