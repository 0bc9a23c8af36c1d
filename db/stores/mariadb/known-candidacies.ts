import type { Key } from '../../../engine/ports/rows.ts'
import type { Candidacy } from '../candidacies/candidacy.ts'

/** Instances remembered: those that were worked on last. A few hundred bytes each. */
const KEPT = 20_000

interface Known {
  /** Of the instance, when its candidacies were these. */
  revision: number
  readonly candidacies: Map<Key, Candidacy>
}

/**
 * Candidacies as this lane has last committed them. They are still so as long as their instance has the revision of then,
 * because whoever changes a task saves its instance; so a command that ends one need not ask the database what to count.
 * What is not remembered is asked.
 */
export class KnownCandidacies {
  readonly #instances = new Map<Key, Known>()
  readonly #instanceOf = new Map<Key, Key>()

  /** The candidacies of an instance that is locked at this revision, as far as they are remembered. */
  of(instance: Key, revision: number): Iterable<Candidacy> {
    const known = this.#instances.get(instance)
    if (known && known.revision === revision) return known.candidacies.values()
    this.#forgetInstance(instance)
    return []
  }

  /** The instance was saved with this revision. `isSure`: until then it was as remembered, or it is new. */
  saved(instance: Key, revision: number, isSure: boolean): void {
    if (!isSure) this.#forgetInstance(instance)
    const known = this.#instances.get(instance) ?? { revision, candidacies: new Map() }
    known.revision = revision
    // The last one saved stands last.
    this.#instances.delete(instance)
    this.#instances.set(instance, known)
    const oldest = this.#instances.size > KEPT ? this.#instances.keys().next().value : undefined
    if (oldest !== undefined) this.#forgetInstance(oldest)
  }

  /** The candidacy is so now; remembered where its instance is. */
  learn(candidacy: Candidacy): void {
    const known = this.#instances.get(candidacy.instance)
    if (!known) return
    known.candidacies.set(candidacy.task, candidacy)
    this.#instanceOf.set(candidacy.task, candidacy.instance)
  }

  forget(task: Key): void {
    const instance = this.#instanceOf.get(task)
    if (instance === undefined) return
    this.#instances.get(instance)?.candidacies.delete(task)
    this.#instanceOf.delete(task)
  }

  #forgetInstance(instance: Key): void {
    for (const task of this.#instances.get(instance)?.candidacies.keys() ?? []) this.#instanceOf.delete(task)
    this.#instances.delete(instance)
  }
}
