import { endless } from './diagrams.ts'
import { engineOn, type RunningEngine } from './engine-on.ts'
import { fillWaiting, type ManyWaiting } from './fill/many-waiting.ts'
import { compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { type Rate, rateInFlight } from './measuring/for-a-while.ts'
import { temporarySqlite } from './temporary-database.ts'

const IN_FLIGHT = 16
const FEW = 1_000

/** Completions of any of the waiting instances, when a million wait and when a thousand do. */
export async function millionWaiting(measuring: Measuring): Promise<Figure[]> {
  const { many: count } = measuring.pace
  const few = await waitingOn(FEW)
  const many = await waitingOn(count)
  const compared = await compare(measuring, { few: few.rate, many: many.rate }, ['machine', 'disk'])
  console.log(`many waiting: ${compared.remark}`)
  await few.close()
  await many.close()
  return [
    {
      name: `completions with ${count.toLocaleString('en')} instances waiting, 16 in flight`,
      ours: compared.rate('many'),
      reference: compared.rate('few'),
      ratio: compared.ratio('many', 'few'),
      goal: 0.8,
      unit: 'completions/s',
      against: `with ${FEW.toLocaleString('en')} waiting`,
    },
  ]
}

async function waitingOn(count: number): Promise<{ readonly rate: Rate; close(): Promise<void> }> {
  const file = await temporarySqlite()
  const running = await engineOn(file.url, endless)
  const waiting = await fillWaiting(running, count)
  return {
    rate: rateInFlight(IN_FLIGHT, completeAny(running, waiting)),
    async close() {
      await running.close()
      await file.remove()
    },
  }
}

/** Each line takes any instance that no other has in its hands; its next task is known from the commit that made it. */
function completeAny(running: RunningEngine, waiting: ManyWaiting): () => Promise<number> {
  running.engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes)
      if (table === 'tasks' && kind === 'inserted') waiting.moved({ instance, task: key })
  })
  const busy = new Set<number>()
  const any = () => Math.floor(Math.random() * waiting.count)
  return async () => {
    let at = any()
    while (busy.has(at)) at = any()
    busy.add(at)
    await running.completeTask(waiting.openTask(at))
    busy.delete(at)
    return 1
  }
}
