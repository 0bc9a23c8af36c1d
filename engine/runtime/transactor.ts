import type { Key } from '../key.ts'
import type { Handlers } from '../ports/handlers.ts'
import { type EngineStore, StaleRevision, type StoreTransaction } from '../ports/store.ts'
import { DuplicateRow } from '../ports/store-errors.ts'
import { fail, ok, type Result } from '../result.ts'
import type { StepContext } from '../step/execution.ts'
import type { DefinitionCache } from './definition-cache.ts'
import { carryOutEffects } from './effects.ts'
import type { Change, Refusal } from './engine.ts'
import { KeySource, OutOfKeys } from './key-source.ts'
import { type LiveState, LiveStates } from './large/live-states.ts'
import { HandlerFault } from './run-handler.ts'
import { UnitOfWork, UnknownDefinition } from './unit-of-work.ts'

/** Another node keeps winning: past this something is wrong. */
const ATTEMPTS = 20
/** More than one command can use. */
const MANY_KEYS = 1_000_000

export interface TransactorOptions {
  readonly store: EngineStore
  readonly definitions: DefinitionCache
  readonly handlers: Handlers
  readonly clock: () => number
  readonly zone: () => string
  readonly calendar: StepContext['calendar']
  readonly onCommit: (changes: readonly Change[]) => void
}

type Perform<T> = (work: UnitOfWork, tx: StoreTransaction) => Promise<Result<T, Refusal>>
/** After everything is saved, in the same transaction; a promise only when there is something to wait for. */
type Finish<T> = (work: UnitOfWork, tx: StoreTransaction, value: T) => Promise<void> | undefined

/** What has been learned from the attempts so far. */
interface Retrying {
  attempt: number
  readonly leaveToWorkers: Set<string>
  definitionsAreFresh: boolean
  readonly unattended: boolean
}

const newRetrying = (unattended: boolean): Retrying => ({
  attempt: 1,
  leaveToWorkers: new Set(),
  definitionsAreFresh: false,
  unattended,
})

/** Carries the refusal out of the store's transaction, which is undone on the way. */
class Undo extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

function undo(work: UnitOfWork, refusal: Refusal): Undo {
  work.giveBack('undone')
  return new Undo(refusal)
}

/** Runs work as one transaction: commands, what they cause elsewhere, and saving, with retries where they help. */
export class Transactor {
  readonly keys: KeySource
  private readonly liveStates = new LiveStates()
  private readonly options: TransactorOptions

  constructor(options: TransactorOptions) {
    this.options = options
    this.keys = new KeySource(options.store)
  }

  /**
   * `perform` may be called again: after a conflict with another node (which may have inserted the same thing), when a
   * handler failed, or when something was missing that can be fetched. What it refuses is
   * undone and returned.
   */
  run<T>(
    instances: readonly Key[],
    by: string,
    perform: Perform<T>,
    finish?: Finish<T>,
  ): Promise<Result<T, Refusal>> {
    return this.repeat(newRetrying(false), (retrying) =>
      this.attempt(instances, by, retrying, perform, finish),
    )
  }

  /**
   * As `run`, for work of the background: nobody is there to be told of a handler's refusal, so it undoes nothing and
   * its job goes to the workers, where it becomes an incident. [JB5]
   */
  runUnattended<T>(instances: readonly Key[], by: string, perform: Perform<T>): Promise<Result<T, Refusal>> {
    return this.repeat(newRetrying(true), (retrying) => this.attempt(instances, by, retrying, perform))
  }

  private repeat<T>(
    retrying: Retrying,
    attempt: (retrying: Retrying) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    const preparing = this.prepare()
    const done = preparing ? preparing.then(() => attempt(retrying)) : attempt(retrying)
    return done.catch(async (error: unknown) => {
      if (error instanceof Undo) return fail(error.refusal)
      await this.recover(error, retrying)
      retrying.attempt++
      return this.repeat(retrying, attempt)
    })
  }

  /** Does what lets the next attempt succeed where this one failed; throws what no further attempt would change. */
  private async recover(error: unknown, retrying: Retrying): Promise<void> {
    const { attempt, leaveToWorkers, definitionsAreFresh } = retrying
    if (error instanceof HandlerFault && !leaveToWorkers.has(error.jobType)) leaveToWorkers.add(error.jobType)
    else if (attempt >= ATTEMPTS) throw error
    else if (error instanceof OutOfKeys) await this.keys.ensure(MANY_KEYS)
    else if (error instanceof UnknownDefinition && !definitionsAreFresh) {
      await this.options.definitions.refresh()
      retrying.definitionsAreFresh = true
    } else if (!(error instanceof StaleRevision || error instanceof DuplicateRow)) throw error
  }

  private attempt<T>(
    instances: readonly Key[],
    by: string,
    { leaveToWorkers, definitionsAreFresh, unattended }: Retrying,
    perform: Perform<T>,
    finish?: Finish<T>,
  ): Promise<Result<T, Refusal>> {
    const { store, definitions, handlers, clock, zone, calendar, onCommit } = this.options
    let changes: Change[] = []
    let live: LiveState[] = []
    const transaction = store.transact(instances, async (tx) => {
      const work = new UnitOfWork({
        tx,
        definitions,
        definitionsAreFresh,
        liveStates: this.liveStates,
        nextKey: this.keys.next,
        now: clock(),
        zone: zone(),
        calendar,
        by,
      })
      const done = await perform(work, tx)
      if (!done.ok) throw undo(work, done.error)
      if (work.effects.length > 0) {
        const effects = await carryOutEffects(work, { handlers, leaveToWorkers, unattended })
        if (!effects.ok) throw undo(work, effects.error)
      }
      work.save()
      live = work.giveBack('saved')
      const finishing = finish?.(work, tx, done.value)
      if (finishing) await finishing
      changes = changesOf(work)
      return done.value
    })
    return transaction.then((value) => {
      for (const one of live) this.liveStates.confirm(one)
      onCommit(changes)
      return ok(value)
    })
  }

  /** Mostly there is nothing to wait for, and then nobody waits. */
  private prepare(): Promise<unknown> | null {
    const { keys } = this
    const { definitions } = this.options
    if (keys.suffice() && !definitions.isStale()) return null
    return Promise.all([keys.ensure(), definitions.refreshIfStale()])
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
