import { noVariables, type Variables } from '../../engine/json.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'
import { ok, type Result } from '../../engine/result.ts'
import type { Refusal } from '../../engine/runtime/engine.ts'
import type { Services } from '../services.ts'
import { AnsweredMeanwhile, keepAnswer, keptAnswer, type Repeatable } from './kept-answer.ts'

/** What a repeatable command does in its own transaction: look once more before, keep its answer after. */
export interface OnceHooks<Answer> {
  before(tx: StoreTransaction): Promise<Result<Variables, Refusal>>
  keep(tx: StoreTransaction, answer: Answer): void
}

/**
 * Runs a command so that the same call, sent again, has one effect and one answer. Without an Idempotency-Key (`call` is
 * null) it just runs. `Answer` is plain JSON.
 */
export async function answerOnce<Answer extends object>(
  { engine, now }: Pick<Services, 'engine' | 'now'>,
  call: Repeatable | null,
  run: (hooks: OnceHooks<Answer>) => Promise<Answer>,
): Promise<Answer> {
  if (call === null) return run({ before: async () => ok(noVariables()), keep: () => undefined })
  const earlier = async () => {
    const kept = await keptAnswer(engine.store, call, now())
    return kept === undefined ? undefined : read<Answer>(kept)
  }
  const answered = await earlier()
  if (answered !== undefined) return answered
  const key = await engine.store.reserveKeys(1)
  try {
    return await run({
      async before(tx) {
        const kept = await keptAnswer(tx, call, now())
        if (kept !== undefined) throw new AnsweredMeanwhile(kept)
        return ok(noVariables())
      },
      keep: (tx, answer) => keepAnswer(tx, key, call, JSON.stringify(answer), now()),
    })
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return read<Answer>(error.body)
    // Two at the same time on two writers: the loser's failure is whatever the database says, the winner's answer counts.
    const twin = await earlier()
    if (twin !== undefined) return twin
    throw error
  }
}

/** Written by `keep` for the same route: the request's hash holds its path. */
const read = <Answer>(body: string): Answer => JSON.parse(body) as Answer
