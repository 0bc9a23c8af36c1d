import type { QueryClient } from '@tanstack/react-query'
import type { LiveChange, SignedOut, Watch } from '../../api/contract/index.ts'
import { currentSession, refreshSession, signOut } from '../api/session.ts'
import { affectedQueries } from './affected-queries.ts'
import { burst } from './burst.ts'
import { keepTokenFresh } from './keep-token-fresh.ts'
import { LiveClient } from './live-client.ts'
import { onWake } from './on-wake.ts'

/** A change is on the screen within 300 ms (p95): most of that is left to the network and the server. */
const times = { wait: 40, gap: 250 }

/** Between a refused connection and the next try, so that a server that refuses everybody is not flooded. */
const refusalPause = 2_000

type Missed = 'everything'

/** Connects the socket to the queries of the page. */
export function startLive(queryClient: QueryClient) {
  const gather = burst<LiveChange | Missed>((items) => refetch(queryClient, items), times)
  const client = new LiveClient(currentToken, {
    changed: gather,
    missed: () => gather(['everything']),
    signedOut: (reason) => void leave(reason),
    refused: () => void setTimeout(renew, refusalPause),
  })
  const stopWake = onWake(() => client.reconnect())
  const stopRenewal = keepTokenFresh()
  return {
    changed: gather,
    watch: (what: Watch) => client.watch(what),
    renewToken: (token: string) => client.renewToken(token),
    close: () => {
      stopWake()
      stopRenewal()
      client.close()
    },
  }
}

function refetch(queryClient: QueryClient, items: readonly (LiveChange | Missed)[]): void {
  if (items.includes('everything')) return void queryClient.invalidateQueries()
  const changes = items.filter((item): item is LiveChange => item !== 'everything')
  for (const queryKey of affectedQueries(changes)) void queryClient.invalidateQueries({ queryKey })
}

function currentToken(): string {
  const session = currentSession()
  return session.status === 'signed-in' ? session.token : ''
}

/** Rights that changed and tokens that ran out are no farewell: ask for a new token, which connects again. */
async function leave(reason: SignedOut['reason']): Promise<void> {
  if (reason === 'logged_out' || reason === 'disabled') signOut(reason)
  else await renew()
}

/** Signs out by itself when the refresh is refused; while the server is away the next request will tell. */
async function renew(): Promise<void> {
  await refreshSession().catch(() => false)
}
