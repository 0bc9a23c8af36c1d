import { createAdapter } from '@socket.io/redis-adapter'
import { Redis } from 'ioredis'
import type { Log } from '../log.ts'
import type { LiveServer } from './live-server.ts'
import { redisSequences } from './redis-sequences.ts'
import type { Sequences } from './sequences.ts'

export interface RedisLink {
  readonly sequences: Sequences
  /** Carries messages between the nodes. */
  attach(server: LiveServer): void
  close(): void
}

/** Redis holds hints only: while it is away commands fail at once, and each node serves its own connections. */
export function redisLink(url: string, log: Log, clock: () => number): RedisLink {
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: false } as const
  const count = new Redis(url, options)
  const publish = new Redis(url, options)
  // A subscription made while Redis is away must wait for it, or this node would stay deaf.
  const subscribe = new Redis(url, { maxRetriesPerRequest: null })
  const all = [count, publish, subscribe]
  for (const redis of all) redis.on('error', (error) => log.debug({ err: error }, 'redis is away'))
  return {
    sequences: redisSequences(count, clock),
    attach: (server) => void server.adapter(createAdapter(publish, subscribe)),
    close: () => {
      for (const redis of all) redis.disconnect()
    },
  }
}
