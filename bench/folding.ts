import { foldEnded, sumsOf } from '../api/statistics/fold-ended.ts'
import { diagram } from '../engine/testing/diagram.ts'
import { engineOn, type RunningEngine } from './engine-on.ts'
import type { Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { temporaryMariadb, temporarySqlite } from './temporary-database.ts'

/** Part of what running an instance costs that adding it to the statistics may. */
const ALLOWED = 0.1
const IN_FLIGHT = 16
/** What has just ended is left for later. Milliseconds. */
const SETTLED = 120_000

const oneTask = diagram('bench').start().userTask('task', { candidateGroups: 'sales' }).end().toXml()

/** Ended instances are added to the sums of element statistics in the background, beside the work that goes on. */
export async function folding({ pace }: Measuring): Promise<Figure[]> {
  const sqlite = await temporarySqlite()
  const mariadb = await temporaryMariadb('folding')
  const figures = [await foldingOn('SQLite', sqlite.url, pace.tries)]
  if (mariadb) figures.push(await foldingOn('MariaDB', mariadb.url, pace.tries))
  await sqlite.remove()
  await mariadb?.remove()
  return figures
}

async function foldingOn(name: string, url: string, instances: number): Promise<Figure> {
  const running = await engineOn(url, oneTask)
  const { engine } = running
  const ran = await timed(() => runThrough(running, instances))
  const folded = await timed(() => foldEnded(engine, Date.now() + SETTLED))
  const definition = (await engine.definitions.byId('bench'))!
  const sums = await sumsOf(engine, definition.key)
  await running.close()
  if (sums.instances !== instances) throw new Error(`expected sums of ${instances}, got ${sums.instances}`)
  return costs({
    name: `adding an ended instance to the element statistics, ${name}`,
    ours: folded / instances,
    reference: (ran / instances) * ALLOWED,
    goal: 1,
    unit: 'ms',
    against: 'a tenth of starting it and completing its task',
  })
}

async function runThrough({ engine, start, completeTask }: RunningEngine, instances: number): Promise<void> {
  const taskOf = new Map<number, number>()
  engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes)
      if (table === 'tasks' && kind === 'inserted') taskOf.set(instance, key)
  })
  let left = instances
  const line = async () => {
    while (left-- > 0) {
      const instance = await start()
      await completeTask({ instance, task: taskOf.get(instance)! })
      taskOf.delete(instance)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, line))
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
