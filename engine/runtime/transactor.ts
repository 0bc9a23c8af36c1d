import type { Key } from '../key.ts'
import type { Handlers } from '../ports/handlers.ts'
import { StaleRevision, type EngineStore, type StoreTransaction } from '../ports/store.ts'
import { fail, ok, type Result } from '../result.ts'
import type { DefinitionCache } from './definition-cache.ts'
import { carryOutEffects } from './effects.ts'
import type { Change, Refusal } from './engine.ts'
import { KeySource, OutOfKeys } from './key-source.ts'
import { HandlerFault } from './run-handler.ts'
import { UnitOfWork } from './unit-of-work.ts'

/** Another node keeps winning: past this something is wrong. */
const ATTEMPTS = 20
/** More than one command can use. */
const MANY_KEYS = 1_000_000

export interface TransactorOptions {
  readonly store: EngineStore
  readonly definitions: DefinitionCache
  readonly handlers: Handlers
  readonly clock: () => number
  readonly zone: string
  readonly onCommit: (changes: readonly Change[]) => void
}

/** Carries the refusal out of the store's transaction, which is undone on the way. */
class Undo extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Runs work as one transaction: commands, what they cause elsewhere, and saving, with retries where they help. */
export class Transactor {
  readonly keys: KeySource
  private readonly options: TransactorOptions

  constructor(options: TransactorOptions) {
    this.options = options
    this.keys = new KeySource(options.store)
  }

  /**
   * `perform` may be called again: after a conflict with another node, or when a handler failed. What it refuses is
   * undone and returned.
   */
  async run<T>(
    instances: readonly Key[],
    by: string,
    perform: (work: UnitOfWork, tx: StoreTransaction) => Promise<Result<T, Refusal>>,
    finish: (work: UnitOfWork, tx: StoreTransaction, value: T) => Promise<void> = async () => {},
  ): Promise<Result<T, Refusal>> {
    const leaveToWorkers = new Set<string>()
    for (let attempt = 1; ; attempt++) {
      await this.prepare()
      try {
        return await this.attempt(instances, by, leaveToWorkers, perform, finish)
      } catch (error) {
        if (error instanceof Undo) return fail(error.refusal)
        if (error instanceof HandlerFault && !leaveToWorkers.has(error.jobType)) leaveToWorkers.add(error.jobType)
        else if (error instanceof OutOfKeys) await this.keys.ensure(MANY_KEYS)
        else if (!(error instanceof StaleRevision) || attempt === ATTEMPTS) throw error
      }
    }
  }

  private async attempt<T>(
    instances: readonly Key[],
    by: string,
    leaveToWorkers: ReadonlySet<string>,
    perform: (work: UnitOfWork, tx: StoreTransaction) => Promise<Result<T, Refusal>>,
    finish: (work: UnitOfWork, tx: StoreTransaction, value: T) => Promise<void>,
  ): Promise<Result<T, Refusal>> {
    const { store, definitions, handlers, clock, zone, onCommit } = this.options
    let changes: Change[] = []
    const value = await store.transact(instances, async (tx) => {
      const work = new UnitOfWork({
        tx,
        definitions,
        nextKey: this.keys.next,
        now: clock(),
        zone,
        by,
      })
      const done = await perform(work, tx)
      if (!done.ok) throw new Undo(done.error)
      const effects = await carryOutEffects(work, { handlers, leaveToWorkers })
      if (!effects.ok) throw new Undo(effects.error)
      work.save()
      await finish(work, tx, done.value)
      changes = changesOf(work)
      return done.value
    })
    onCommit(changes)
    return ok(value)
  }

  private async prepare(): Promise<void> {
    await this.keys.ensure()
    await this.options.definitions.refreshIfStale()
  }
}

const changesOf = (work: UnitOfWork): Change[] => [
  ...work.touched().map(
    ({ key, isNew, revision }): Change => ({
      table: 'instances',
      key,
      kind: isNew ? 'inserted' : 'updated',
      instance: key,
      after: { revision },
    }),
  ),
  ...work.rows.changes(),
]
