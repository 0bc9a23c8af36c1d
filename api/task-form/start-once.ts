import type { Identity } from '../auth/identity.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import type { Repeatable } from '../idempotency/kept-answer.ts'
import type { Services } from '../services.ts'
import type { Submitted } from './read-values.ts'
import { startProcess } from './start-process.ts'

/** What a start leads to; kept as the answer of a repeatable call. */
export interface Started {
  readonly instance: number
  readonly completed: boolean
}

/** As `startProcess`; the same call sent again starts nothing more and has the same answer. */
export const startOnce = (
  services: Services,
  person: Identity,
  processId: string,
  submitted: Submitted,
  call: Repeatable | null,
): Promise<Started> =>
  answerOnce<Started>(services, call, async (hooks) => {
    const started = await startProcess(services, person, processId, submitted, {
      before: hooks.before,
      async after(tx, done) {
        if ('key' in done) hooks.keep(tx, { instance: done.key, completed: done.completed })
      },
    })
    return { instance: started.key, completed: started.completed }
  })
