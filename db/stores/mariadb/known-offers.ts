import type { Key } from '../../../engine/ports/rows.ts'
import type { Offer } from '../offers/offer.ts'

/** Instances remembered: those that were worked on last. A few hundred bytes each. */
const KEPT = 20_000

interface Known {
  /** Of the instance, when its offers were these. */
  revision: number
  readonly offers: Map<Key, Offer>
}

/**
 * Offers as this lane has last committed them. They are still so as long as their instance has the revision of then,
 * because whoever changes a task saves its instance; so a command that ends one need not ask the database what to count.
 * What is not remembered is asked.
 */
export class KnownOffers {
  readonly #instances = new Map<Key, Known>()
  readonly #instanceOf = new Map<Key, Key>()

  /** The offers of an instance that is locked at this revision, as far as they are remembered. */
  of(instance: Key, revision: number): Iterable<Offer> {
    const known = this.#instances.get(instance)
    if (known && known.revision === revision) return known.offers.values()
    this.#forgetInstance(instance)
    return []
  }

  /** The instance was saved with this revision. `isSure`: until then it was as remembered, or it is new. */
  saved(instance: Key, revision: number, isSure: boolean): void {
    if (!isSure) this.#forgetInstance(instance)
    const known = this.#instances.get(instance) ?? { revision, offers: new Map() }
    known.revision = revision
    // The last one saved stands last.
    this.#instances.delete(instance)
    this.#instances.set(instance, known)
    const oldest = this.#instances.size > KEPT ? this.#instances.keys().next().value : undefined
    if (oldest !== undefined) this.#forgetInstance(oldest)
  }

  /** The offer is so now; remembered where its instance is. */
  learn(offer: Offer): void {
    const known = this.#instances.get(offer.instance)
    if (!known) return
    known.offers.set(offer.task, offer)
    this.#instanceOf.set(offer.task, offer.instance)
  }

  forget(task: Key): void {
    const instance = this.#instanceOf.get(task)
    if (instance === undefined) return
    this.#instances.get(instance)?.offers.delete(task)
    this.#instanceOf.delete(task)
  }

  #forgetInstance(instance: Key): void {
    for (const task of this.#instances.get(instance)?.offers.keys() ?? []) this.#instanceOf.delete(task)
    this.#instances.delete(instance)
  }
}
