import type { Watch } from '../../api/contract/index.ts'

/** What this page looks at: counted, so that two components may look at the same thing. */
export class Watches {
  readonly #counts = new Map<string, { what: Watch; count: number }>()

  /** True when nobody looked at it before. */
  add(what: Watch): boolean {
    const id = idOf(what)
    const count = (this.#counts.get(id)?.count ?? 0) + 1
    this.#counts.set(id, { what, count })
    return count === 1
  }

  /** True when nobody looks at it any more. */
  remove(what: Watch): boolean {
    const id = idOf(what)
    const count = (this.#counts.get(id)?.count ?? 0) - 1
    if (count > 0) this.#counts.set(id, { what, count })
    else this.#counts.delete(id)
    return count === 0
  }

  all(): Watch[] {
    return [...this.#counts.values()].map(({ what }) => what)
  }
}

const idOf = ({ kind, key }: Watch): string => `${kind}:${key}`
