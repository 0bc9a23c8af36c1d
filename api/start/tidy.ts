import { changeRecords } from '../../db/records/change-records.ts'
import { forgetOldTokens } from '../../db/records/session/refresh-token.ts'
import { ok } from '../../engine/result.ts'
import { forgetAnswers } from '../idempotency/kept-answer.ts'
import { deleteExpired } from '../retention/delete-expired.ts'
import type { Services } from '../services.ts'
import { foldEnded } from '../statistics/fold-ended.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

/**
 * Every hour sessions that ended long ago, answers of idempotent calls older than a day and instances that are kept no
 * longer go; every minute what has ended is added to the statistics. Returns what ends it.
 *
 * @param retention how long ended instances are kept, unless their process says otherwise
 */
export function tidy({ engine, database, log, now }: Services, retention: string): () => void {
  const forget = async () => {
    await forgetAnswers(engine.store, now())
    await changeRecords(database, { by: 'tidy', now: now() }, async (change) =>
      ok(await forgetOldTokens(change)),
    )
    await deleteExpired(engine, { keep: retention, now: now() })
  }
  const every = (pause: number, what: () => Promise<unknown>) => oneAtATime(pause, what, log)
  const stop = [every(HOUR, forget), every(MINUTE, () => foldEnded(engine, now()))]
  return () => {
    for (const end of stop) end()
  }
}

/** A run that takes longer than the pause is not begun a second time beside itself. */
function oneAtATime(pause: number, what: () => Promise<unknown>, log: Services['log']): () => void {
  let running = false
  const run = async () => {
    if (running) return
    running = true
    await what().catch((error: unknown) => log.warn({ err: error }, 'tidying failed'))
    running = false
  }
  const timer = setInterval(run, pause)
  timer.unref()
  return () => clearInterval(timer)
}
