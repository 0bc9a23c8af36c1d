import { changeRecords } from '../../db/records/change-records.ts'
import { forgetOldTokens } from '../../db/records/session/refresh-token.ts'
import { ok } from '../../engine/result.ts'
import { forgetAnswers } from '../idempotency/kept-answer.ts'
import type { Services } from '../services.ts'

const HOUR = 3_600_000

/** Every hour: sessions that ended long ago and answers of idempotent calls older than a day go. Returns what ends it. */
export function tidy({ engine, database, log, now }: Services): () => void {
  const once = async () => {
    await forgetAnswers(engine.store, now())
    await changeRecords(database, { by: 'tidy', now: now() }, async (change) =>
      ok(await forgetOldTokens(change)),
    )
  }
  const timer = setInterval(
    () => once().catch((error: unknown) => log.warn({ err: error }, 'tidying failed')),
    HOUR,
  )
  timer.unref()
  return () => clearInterval(timer)
}
