import { endless } from './diagrams.ts'
import { engineOn, type OpenTask, openTasks, type RunningEngine } from './engine-on.ts'
import { type Rate, rateInFlight } from './measuring/for-a-while.ts'

/** Each line of work has an instance of its own, as different people have different tasks. */
const LINES = 16

/** Durable completions through the engine's runtime and store. */
export interface OurCompletions {
  readonly running: RunningEngine
  /** One at a time, and sixteen in flight. */
  readonly one: Rate
  readonly sixteen: Rate
}

export async function ourCompletions(url: string): Promise<OurCompletions> {
  const running = await engineOn(url, endless)
  for (let line = 0; line < LINES; line++) await running.start()
  const open = await openTasks(running)
  followTasks(running, open)
  const complete = async (line: number) => {
    await running.completeTask(open[line]!)
    return 1
  }
  return { running, one: rateInFlight(1, complete), sixteen: rateInFlight(LINES, complete) }
}

/** The next task of an instance is known from the commit that made it, as a live inbox knows it. */
function followTasks({ engine }: RunningEngine, open: OpenTask[]): void {
  const lineOf = new Map(open.map(({ instance }, line) => [instance, line]))
  engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes)
      if (table === 'tasks' && kind === 'inserted') open[lineOf.get(instance)!] = { instance, task: key }
  })
}
