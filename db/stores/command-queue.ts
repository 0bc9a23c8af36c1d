import type { Key } from '../../engine/ports/rows.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'

/** A command that waits for its transaction: the work, and the caller who waits for its outcome. */
export class Command {
  /** The instances that the work will load first. */
  readonly instances: readonly Key[]
  readonly #work: (tx: StoreTransaction) => Promise<void>
  readonly #answer: () => void
  readonly #refuse: (error: unknown) => void

  constructor(
    instances: readonly Key[],
    work: (tx: StoreTransaction) => Promise<void>,
    answer: () => void,
    refuse: (error: unknown) => void,
  ) {
    this.instances = instances
    this.#work = work
    this.#answer = answer
    this.#refuse = refuse
  }

  /** May be called again when the database has undone the first run. */
  run(tx: StoreTransaction): Promise<void> {
    return this.#work(tx)
  }

  /** After the commit that holds it. */
  succeed(): void {
    this.#answer()
  }

  fail(error: unknown): void {
    this.#refuse(error)
  }
}

/** Bounds how long the first command of a batch waits for the last. */
const COMMANDS_PER_BATCH = 64

/** Takes the commands that are waiting now, and answers each of them. Must not throw. */
export type RunBatch = (take: TakeCommands) => Promise<void>
export type TakeCommands = () => Command[]

/**
 * Group commit: what arrives while a batch is being written, or within the same turn of the event loop, is the next
 * batch and shares its commit.
 */
export class CommandQueue {
  readonly #runBatch: RunBatch
  readonly #waiting: Command[] = []
  #running: Promise<void> | null = null

  constructor(runBatch: RunBatch) {
    this.#runBatch = runBatch
  }

  get length(): number {
    return this.#waiting.length
  }

  add<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let outcome: { readonly value: T } | undefined
      const run = (tx: StoreTransaction) =>
        work(tx).then((value) => {
          outcome = { value }
        })
      // `answer` is called only after `run` has succeeded.
      this.#waiting.push(new Command(instances, run, () => resolve(outcome!.value), reject))
      this.#running ??= this.#runAll()
    })
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #runAll(): Promise<void> {
    do {
      await new Promise<void>((resolve) => setImmediate(resolve))
      await this.#runBatch(() => this.#waiting.splice(0, COMMANDS_PER_BATCH))
    } while (this.#waiting.length > 0)
    this.#running = null
  }
}
