import { noVariables } from '../json.ts'
import type { TimerRow } from '../ports/rows.ts'
import type { EngineStore } from '../ports/store.ts'
import { fail, ok } from '../result.ts'
import { nextDue } from '../step/due-time.ts'
import type { Transactor } from './transactor.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { withoutVariables } from './start-triggers.ts'

const BATCH = 100

/** Timers that are due, the most overdue first. */
export const dueTimers = (store: EngineStore, now: number): Promise<TimerRow[]> =>
  store.find('timers', {
    where: [{ column: 'dueAt', is: '<=', value: now }],
    orderBy: [{ column: 'dueAt' }],
    limit: BATCH,
  })

/** When the next timer is due: epoch milliseconds, Infinity for never. */
export async function nextTimerAt(store: EngineStore): Promise<number> {
  const [next] = await store.find('timers', { where: [], orderBy: [{ column: 'dueAt' }], limit: 1 })
  return next?.dueAt ?? Number.POSITIVE_INFINITY
}

/** Fires one timer. That another node was faster shows as a rejection and is nothing to report. [TI3] */
export async function fireTimer(transactor: Transactor, timer: TimerRow): Promise<void> {
  if (timer.instance === 0) await fireStartTimer(transactor, timer)
  else
    await transactor.run([timer.instance], 'timer', async (work) => {
      const instance = await work.load(timer.instance)
      if (!instance.ok) return instance
      return work.run(instance.value, { type: 'fireTimer', key: timer.elementInstance, timer: timer.key })
    })
}

async function fireStartTimer(transactor: Transactor, timer: TimerRow): Promise<void> {
  await transactor.run([], 'timer', async (work, tx) => {
    const [mine] = await tx.find('timers', {
      where: [{ column: 'key', is: '=', value: timer.key }],
      lock: true,
    })
    if (!mine) return fail({ code: 'timer_not_found', message: `start timer ${timer.key} was fired by another node` })
    tx.delete('timers', timer.key)
    await scheduleNext(work, timer)
    const graph = await work.context.definitions.graph(timer.definition)
    const element = graph.indexOf.get(timer.elementId)!
    const made = await work.create(timer.definition, noVariables(), null, [element])
    return made.ok ? ok(undefined) : made
  })
}

async function scheduleNext(work: UnitOfWork, fired: TimerRow): Promise<void> {
  if (fired.repetitions === 0) return
  const { tx, definitions, nextKey, now, zone } = work.context
  const graph = await definitions.graph(fired.definition)
  const element = graph.elements[graph.indexOf.get(fired.elementId)!]!
  if (!('trigger' in element) || element.trigger.kind !== 'timer') return
  const due = nextDue(withoutVariables(element.trigger.timer.value, now, zone), fired, zone)
  if (due.ok) tx.insert('timers', { ...fired, key: nextKey(), ...due.value })
}
