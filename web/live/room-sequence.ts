/**
 * Which change of each room came last (rule L3 of api/contract/live.ts). A room counts its changes without gaps, so
 * a number that is not the next one means that something was missed, or that the server began to count anew.
 */
export class RoomSequence {
  readonly #last = new Map<string, number>()

  /** Takes one message of a room; false when something was missed before it. */
  take(room: string, seq: number): boolean {
    const last = this.#last.get(room)
    this.#last.set(room, seq)
    return last !== undefined && seq === last + 1
  }

  /** Takes where a room stands, as told after connecting or watching; false when something was missed meanwhile. */
  stand(room: string, seq: number): boolean {
    const last = this.#last.get(room)
    this.#last.set(room, seq)
    return last === seq
  }
}
