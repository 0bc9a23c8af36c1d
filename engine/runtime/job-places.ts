import type { JobRow } from '../ports/rows.ts'

/** Jobs that this node works on at the same time. */
const PLACES = 16
/** Of these, jobs of one type: a slow type leaves places for the others. */
const PLACES_OF_A_TYPE = 12

/** Who of this node's handlers works on what now. */
export class JobPlaces {
  private readonly taken = new Map<Promise<void>, string>()

  get free(): number {
    return PLACES - this.taken.size
  }

  /** The types that may be given another job. */
  open(types: readonly string[]): string[] {
    if (this.free <= 0) return []
    const busy = [...this.taken.values()]
    return types.filter((type) => busy.filter((one) => one === type).length < PLACES_OF_A_TYPE)
  }

  /** @param work must not reject */
  take({ type }: JobRow, work: Promise<void>, whenFree: () => void): void {
    const done = work.then(() => {
      this.taken.delete(done)
      whenFree()
    })
    this.taken.set(done, type)
  }

  /** Resolves when everything that is worked on now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.taken.keys())
  }
}
