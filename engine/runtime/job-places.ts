import type { JobRow } from '../ports/rows.ts'

/** Jobs that this node works on at the same time. */
const PLACES = 16
/** Of these, jobs of one type: a slow type leaves places for the others. */
const PLACES_OF_A_TYPE = 12

/** Who of this node's handlers works on what now. */
export class JobPlaces {
  private readonly taken = new Map<Promise<void>, string>()

  /** The types that may be given another job. */
  open(types: readonly string[]): string[] {
    return this.taken.size >= PLACES ? [] : types.filter((type) => this.left(type) > 0)
  }

  /** How many jobs of these open types may be taken, whichever of them they are of. */
  room(types: readonly string[]): number {
    return Math.min(PLACES - this.taken.size, ...types.map((type) => this.left(type)))
  }

  private left(type: string): number {
    let busy = 0
    for (const one of this.taken.values()) if (one === type) busy++
    return PLACES_OF_A_TYPE - busy
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
