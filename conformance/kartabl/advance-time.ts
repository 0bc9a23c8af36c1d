import { addDuration } from '../../engine/feel/index.ts'
import type { RunningEngine } from './running-engine.ts'
import { settle } from './settle.ts'

/** Moves the clock from one thing that is due to the next, so that what one causes has happened before the next. */
export async function advanceTime(running: RunningEngine, duration: string): Promise<void> {
  const end = addDuration(running.now, duration, 'UTC')
  if (!end.ok) throw new Error(`advanceTime: ${duration} is not a duration`)
  for (;;) {
    await fire(running)
    const next = Math.min(await nextTimerAt(running), running.nextWorkAt())
    if (next > end.value) break
    running.now = Math.max(running.now, next)
  }
  running.now = end.value
  await fire(running)
}

async function fire(running: RunningEngine): Promise<void> {
  await running.engine.runDue()
  await settle(running)
}

/** Timers that could not be fired are due in the past and stay there. */
async function nextTimerAt({ engine, now }: RunningEngine): Promise<number> {
  const [next] = await engine.store.find('timers', {
    where: [{ column: 'dueAt', is: '>', value: now }],
    orderBy: [{ column: 'dueAt' }],
    limit: 1,
  })
  return next?.dueAt ?? Number.POSITIVE_INFINITY
}
