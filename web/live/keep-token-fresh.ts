import { currentSession, refreshSession, subscribeSession } from '../api/session.ts'

/** So long before its end a token is renewed, and never sooner than this after it was given. Milliseconds. */
const ahead = 60_000
const soonest = 30_000

/** How long to wait before the token that ends at `expiresAt` is renewed; a browser's wrong clock does no harm. */
export const renewalDelay = (expiresAt: number, now: number): number =>
  Math.max(expiresAt - ahead - now, soonest)

/** Renews the access token before it ends, so that the socket never has to be cut for it. Returns what stops it. */
export function keepTokenFresh(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let planned = 0
  const plan = () => {
    const session = currentSession()
    if (session.status !== 'signed-in' || session.expiresAt === planned) return
    planned = session.expiresAt
    clearTimeout(timer)
    // While the server is away the next request, or the socket's return, renews it.
    timer = setTimeout(() => void refreshSession().catch(() => false), renewalDelay(planned, Date.now()))
  }
  plan()
  const stop = subscribeSession(plan)
  return () => {
    stop()
    clearTimeout(timer)
  }
}
