import type { Key } from '../../engine/key.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import { createEngine, type Engine, type EngineOptions } from '../../engine/runtime/index.ts'
import type { Casework } from '../preparing/casework.ts'
import { Invocations } from '../working/invocations.ts'
import type { Place } from './place.ts'

const BEGINNING = Date.UTC(2026, 0, 5, 8)

/** The engine with a clock that the steps move, and what the harness itself remembers between steps. */
export class RunningEngine {
  readonly casework: Casework
  /** Started from outside, oldest first. */
  readonly started: Key[] = []
  /** Tasks that wait although they would pass. */
  readonly waiting = new Set<string>()
  readonly invocations = new Invocations()
  /** Flows that are true now, by gateway. */
  readonly decisions = new Map<string, readonly string[]>()
  readonly trace: string[] = []
  readonly faults: string[] = []
  now = BEGINNING
  /** When work that takes time is done, by job. */
  readonly #doneAt = new Map<Key, number>()
  #engine: Engine | null = null
  #processes: readonly string[] = []
  readonly #place: Place
  readonly #parse: EngineOptions['parse']

  private constructor(place: Place, parse: EngineOptions['parse'], casework: Casework) {
    this.#place = place
    this.#parse = parse
    this.casework = casework
  }

  static async begin(
    place: Place,
    parse: EngineOptions['parse'],
    casework: Casework,
  ): Promise<RunningEngine> {
    const running = new RunningEngine(place, parse, casework)
    running.#engine = running.#create(await place.begin())
    return running
  }

  get engine(): Engine {
    return this.#engine!
  }

  /** Ids of the processes, in the order of the files. */
  get processes(): readonly string[] {
    return this.#processes
  }

  deployed(processes: readonly string[]): void {
    this.#processes = processes
  }

  /** Whether work that takes this many milliseconds is done; it begins when it is first asked for. */
  isDue(job: Key, milliseconds: number): boolean {
    const doneAt = this.#doneAt.get(job) ?? this.now + milliseconds
    this.#doneAt.set(job, doneAt)
    return doneAt <= this.now
  }

  /** When the work of this job is done, if it takes time. */
  dueAt(job: Key): number {
    return this.#doneAt.get(job) ?? 0
  }

  /** The next moment after now at which work is done: Infinity for never. */
  nextWorkAt(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#doneAt.values()].filter((at) => at > this.now))
  }

  /** A new engine with empty caches, as after the end of the program. */
  async restart(): Promise<void> {
    await this.engine.stop()
    this.#engine = this.#create(await this.#place.reopen())
  }

  async end(): Promise<void> {
    await this.engine.stop()
    await this.#place.end()
  }

  #create(store: EngineStore): Engine {
    return createEngine({
      store,
      handlers: {},
      clock: () => this.now,
      zone: 'UTC',
      checkForm: () => [],
      ...(this.#parse && { parse: this.#parse }),
      onFault: ({ doing, error }) => this.faults.push(`${doing}: ${String(error)}`),
    })
  }
}
