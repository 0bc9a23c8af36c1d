import type { EngineStore } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/index.ts'
import type { Measuring } from '../measuring/compare.ts'
import { costs, type Figure } from '../measuring/figure.ts'
import { median } from '../measuring/statistics.ts'
import { engineWithReviews, inLines } from './review-process.ts'

const FEW = 100

/** What an item of a parallel multi-instance costs, its creation included, in an instance of few and of many. */
export async function largeCompletion(
  { pace }: Measuring,
  name: string,
  store: EngineStore,
): Promise<Figure[]> {
  const engine = await engineWithReviews(store)
  const sizes = [...new Set([FEW, pace.items / 10, pace.items])]
  for (const size of sizes) await costPerItem(engine, size, FEW)
  const rounds: Map<number, number>[] = []
  for (let round = 0; round < pace.largeRounds; round++) {
    const costs = new Map<number, number>()
    // In another order each time: what a database has grown to is nobody's alone.
    for (const size of round % 2 === 0 ? sizes : [...sizes].reverse())
      costs.set(size, await costPerItem(engine, size, pace.items))
    rounds.push(costs)
  }
  await engine.stop()
  return sizes.slice(1).map((size) => figure(name, size, rounds))
}

const figure = (name: string, size: number, rounds: readonly Map<number, number>[]): Figure => ({
  ...costs({
    name: `an item of ${size} on ${name}, ≤ 1.5 × an item of ${FEW}`,
    ours: median(rounds.map((round) => round.get(size)!)),
    reference: median(rounds.map((round) => round.get(FEW)!)),
    goal: 1 / 1.5,
    unit: 'ms per item',
    against: `an item of ${FEW}`,
  }),
  ratio: median(rounds.map((round) => round.get(FEW)! / round.get(size)!)),
})

/** Milliseconds per item: instances of that size one after another, until `items` are done. */
async function costPerItem(engine: Engine, size: number, items: number): Promise<number> {
  const instances = Math.max(1, Math.round(items / size))
  const began = performance.now()
  for (let instance = 0; instance < instances; instance++) await workThrough(engine, size)
  return (performance.now() - began) / (instances * size)
}

async function workThrough(engine: Engine, size: number): Promise<void> {
  const open: number[] = []
  const forget = engine.onCommit((changes) => {
    for (const { table, kind, key } of changes) if (table === 'tasks' && kind === 'inserted') open.push(key)
  })
  const variables = { items: Array.from({ length: size }, (_, at) => at) }
  const started = await engine.create({ process: { id: 'review' }, variables }, { by: 'sara' })
  if (!started.ok) throw new Error(started.error.message)
  forget()
  const { key: instance } = started.value
  await inLines(() => completeNext(engine, instance, open))
  const row = await engine.store.get('instances', instance)
  if (row?.status !== 'completed') throw new Error(`expected instance ${instance} to have been completed`)
}

async function completeNext(engine: Engine, instance: number, open: number[]): Promise<boolean> {
  const key = open.pop()
  if (key === undefined) return false
  const command = { type: 'completeTask', key, variables: {}, outcome: null } as const
  const done = await engine.execute(instance, command, { by: 'sara' })
  if (!done.ok) throw new Error(`the completion was refused: ${done.error.message}`)
  return true
}
