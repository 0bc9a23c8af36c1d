import type { EngineStore } from '../../engine/ports/store.ts'
import type { Engine } from '../../engine/runtime/index.ts'
import { readState } from '../../engine/runtime/large/read-state.ts'
import { compare, type Measuring } from '../measuring/compare.ts'
import type { Figure } from '../measuring/figure.ts'
import { rateInFlight } from '../measuring/for-a-while.ts'
import { engineWithReviews, inLines } from './review-process.ts'

/** Items that the instance waits for: it is small, or large. */
const SIZES = { small: 1, large: 1_000 }
const SHORT_PAST = 100

/** How fast an instance is loaded by a node that has not seen it, after many events and after few. */
export async function largeLoading(
  measuring: Measuring,
  name: string,
  store: EngineStore,
): Promise<Figure[]> {
  const engine = await engineWithReviews(store)
  const figures: Figure[] = []
  for (const [size, items] of Object.entries(SIZES))
    figures.push(await measure(measuring, `${name}, ${size}`, engine, items))
  await engine.stop()
  return figures
}

async function measure(measuring: Measuring, name: string, engine: Engine, items: number): Promise<Figure> {
  const long = await instanceWithPast(engine, items, measuring.pace.events)
  const short = await instanceWithPast(engine, items, SHORT_PAST)
  const compared = await compare(
    measuring,
    { long: loading(engine.store, long), short: loading(engine.store, short) },
    ['machine'],
  )
  const title = `load an instance on ${name}: after ${measuring.pace.events} events against ${SHORT_PAST}`
  console.log(`${title}: ${compared.remark}`)
  return {
    name: title,
    ours: compared.rate('long'),
    reference: compared.rate('short'),
    ratio: compared.ratio('long', 'short'),
    goal: 0.8,
    unit: 'loads/s',
    against: `the same after ${SHORT_PAST} events`,
  }
}

/** Nothing is kept between two loads: each reads what the store has. */
const loading = (store: EngineStore, key: number) =>
  rateInFlight(1, async () => {
    const row = await store.get('instances', key)
    await readState(store, row!)
    return 1
  })

/** Each command sets a variable anew: one event. */
async function instanceWithPast(engine: Engine, items: number, events: number): Promise<number> {
  const variables = { items: Array.from({ length: items }, (_, at) => at), turn: 0 }
  const started = await engine.create({ process: { id: 'review' }, variables }, { by: 'sara' })
  if (!started.ok) throw new Error(started.error.message)
  const { key } = started.value
  let turn = 0
  await inLines(async () => {
    if (turn >= events) return false
    turn++
    const command = { type: 'setVariables', key, variables: { turn }, local: false } as const
    const done = await engine.execute(key, command, { by: 'sara' })
    if (!done.ok) throw new Error(done.error.message)
    return true
  })
  return key
}
