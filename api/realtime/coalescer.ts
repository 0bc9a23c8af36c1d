import type { LiveChange } from '../contract/index.ts'
import type { RoomChange } from './change-rooms.ts'

type Send = (room: string, changes: LiveChange[]) => void

/** Milliseconds that a room's changes are collected: far below what the eye notices, and one packet for a burst. */
export const WINDOW = 20

/**
 * Collects changes per room and hands them on together, each thing once with its newest revision. `later` runs a
 * function after milliseconds (setTimeout outside of tests).
 */
export function coalescer(send: Send, later: (run: () => void, milliseconds: number) => void) {
  const waiting = new Map<string, Map<string, LiveChange>>()

  const flush = (room: string) => {
    const changes = waiting.get(room)
    waiting.delete(room)
    if (changes !== undefined) send(room, [...changes.values()])
  }

  return (changes: readonly RoomChange[]): void => {
    for (const { room, change } of changes) {
      let collected = waiting.get(room)
      if (collected === undefined) {
        collected = new Map()
        waiting.set(room, collected)
        later(() => flush(room), WINDOW)
      }
      const name = `${change.kind} ${change.key}`
      if ((collected.get(name)?.rev ?? -1) <= change.rev) collected.set(name, change)
    }
  }
}
