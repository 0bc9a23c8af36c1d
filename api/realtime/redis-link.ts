import { createAdapter } from '@socket.io/redis-adapter'
import { Redis } from 'ioredis'
import type { Log } from '../log.ts'
import type { LiveServer } from './live-server.ts'
import { redisSequences } from './redis-sequences.ts'
import type { Sequences } from './sequences.ts'

export interface RedisLink {
  /** All connections stand. Nothing waits for it but tests: Redis may be away as long as it likes. */
  readonly connected: Promise<void>
  readonly sequences: Sequences
  /** Carries messages between the nodes. */
  attach(server: LiveServer): void
  close(): void
}

/** What the adapter does not say to others is lost and refetched; a rejection that nobody awaits would end the process. */
function swallowFailures(redis: Redis): void {
  const publish = redis.publish.bind(redis)
  redis.publish = (channel: string | Buffer, message: string | Buffer) =>
    publish(channel, message).catch(() => 0)
}

const whenReady = (redis: Redis) => new Promise<void>((resolve) => redis.once('ready', () => resolve()))

/** Redis holds hints only: while it is away commands fail at once, and each node serves its own connections. */
export function redisLink(url: string, log: Log, clock: () => number): RedisLink {
  const options = { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: false } as const
  const count = new Redis(url, options)
  const publish = new Redis(url, options)
  // A subscription made while Redis is away must wait for it, or this node would stay deaf.
  const subscribe = new Redis(url, { maxRetriesPerRequest: null })
  swallowFailures(publish)
  const all = [count, publish, subscribe]
  for (const redis of all) redis.on('error', (error) => log.debug({ err: error }, 'redis is away'))
  return {
    connected: Promise.all(all.map(whenReady)).then(() => undefined),
    sequences: redisSequences(count, clock),
    attach: (server) => void server.adapter(createAdapter(publish, subscribe)),
    close: () => {
      for (const redis of all) redis.disconnect()
    },
  }
}
