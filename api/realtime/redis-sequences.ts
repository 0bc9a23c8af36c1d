import type { Redis } from 'ioredis'
import { localSequences, type Sequences } from './sequences.ts'

const prefix = 'kartabl:seq:'

/**
 * Counters that all nodes share. Redis may vanish at any time: while it is away, this node counts for itself from the
 * clock on, and a flushed Redis begins again at 1. Clients see a jump either way and refetch.
 */
export function redisSequences(redis: Redis, clock: () => number): Sequences {
  let own = localSequences(clock())
  const orOwn = async <T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    if (redis.status !== 'ready') return instead()
    try {
      return await ask()
    } catch {
      // A fresh start from the clock: a counter used in an earlier absence must not look like its continuation.
      own = localSequences(clock())
      return instead()
    }
  }
  return {
    next: (room) =>
      orOwn(
        () => redis.incr(prefix + room),
        () => own.next(room),
      ),
    current: (rooms) =>
      orOwn(
        async () => {
          const values = rooms.length === 0 ? [] : await redis.mget(rooms.map((room) => prefix + room))
          return rooms.map((room, index) => ({ room, seq: Number(values[index] ?? 0) }))
        },
        () => own.current(rooms),
      ),
  }
}
