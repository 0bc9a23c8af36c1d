import type { Database } from '../connection/open-database.ts'
import { type Change, changeIn, type Reading } from './reading.ts'
import type { Outcome } from './record-problem.ts'

/** Carries a failed outcome past the transaction, so that nothing of it is kept. */
class Undo extends Error {
  readonly outcome: Outcome<never>
  constructor(outcome: Outcome<never>) {
    super('the change was refused and is undone')
    this.outcome = outcome
  }
}

/** Reads what is committed. */
export const readingOf = (database: Database): Reading => ({ sequelize: database.sequelize })

/**
 * Changes records outside of a process: in one transaction, with the engine's writers, and undone as a whole when the
 * outcome is a failure. `by` is who does it, `now` epoch milliseconds. Work does database work only: it may run again
 * after a deadlock, and others wait for it.
 */
export async function changeRecords<T>(
  database: Database,
  stamp: { readonly by: string; readonly now: number },
  work: (change: Change) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await database.store.transact([], async (tx) => {
      const outcome = await tx.withRecords((records) => work(changeIn(records, stamp)))
      if (!outcome.ok) throw new Undo(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}
