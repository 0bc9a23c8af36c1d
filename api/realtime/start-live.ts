import type { KeyObject } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { readAccessToken } from '../auth/access-token.ts'
import type { Services } from '../services.ts'
import { SWEEP, sweepConnections } from './connection-sweep.ts'
import { createLiveServer, type Recognise } from './live-server.ts'
import { mayWatch } from './may-watch.ts'
import { offerChanges } from './offer-changes.ts'
import { pushChanges } from './push-changes.ts'
import { recordChanges } from './record-changes.ts'
import type { RedisLink } from './redis-link.ts'
import { localSequences } from './sequences.ts'
import { serveWatching } from './watching.ts'

interface Needs {
  readonly key: KeyObject
  readonly origins: readonly string[]
  /** Null: one node, nothing shared. */
  readonly redis: RedisLink | null
}

/** Live updates over sockets, from the commit to every screen that may see it. */
export function startLive(http: HttpServer, services: Services, { key, origins, redis }: Needs) {
  const { engine, people, log, now } = services
  const sequences = redis?.sequences ?? localSequences(now())

  const recognise: Recognise = async (token) => {
    const claims = readAccessToken(key, token, now())
    if (typeof claims === 'string') return null
    const identity = await people.current(claims.person, claims.session)
    return typeof identity === 'string' ? null : { identity, expiresAt: claims.expiresAt }
  }

  const server = createLiveServer(http, { origins, recognise, sequences })
  redis?.attach(server)
  serveWatching(server, { mayWatch: mayWatch(services), recognise, sequences })
  const stopPushing = pushChanges({
    engine,
    server,
    sequences,
    recordChanges: recordChanges(services),
    offerChanges: offerChanges(engine),
    log,
  })
  const sweep = setInterval(() => void sweepConnections(server, { now, people, sequences }), SWEEP)

  return {
    server,
    sequences,
    connected: redis?.connected ?? Promise.resolve(),
    async close(): Promise<void> {
      clearInterval(sweep)
      stopPushing()
      // Only ours: without `local` the adapter would disconnect everybody on every node.
      server.local.disconnectSockets(true)
      await server.close()
      redis?.close()
    },
  }
}
