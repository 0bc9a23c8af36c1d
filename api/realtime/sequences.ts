/** Counts the messages of each room without gaps. [L3] */
export interface Sequences {
  next(room: string): Promise<number>
  /** Where each room is now. */
  current(rooms: readonly string[]): Promise<{ room: string; seq: number }[]>
}

/**
 * Counters of this process. They begin at the clock and not at 0, so that after a restart every client sees a jump
 * and refetches, instead of taking a new 7 for the one after its old 6.
 */
export function localSequences(begin: number): Sequences {
  const counters = new Map<string, number>()
  const now = (room: string) => counters.get(room) ?? begin
  return {
    async next(room) {
      counters.set(room, now(room) + 1)
      return now(room)
    },
    async current(rooms) {
      return rooms.map((room) => ({ room, seq: now(room) }))
    },
  }
}
