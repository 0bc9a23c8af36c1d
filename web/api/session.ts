import type { Me, SignedIn } from '../../api/contract/index.ts'
import { readProblem, unreachable } from './api-problem.ts'

/** Who is signed in. `unknown` until the first refresh has answered. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out'; readonly reason: string | null }
  | { readonly status: 'signed-in'; readonly token: string; readonly expiresAt: number; readonly me: Me }

let state: SessionState = { status: 'unknown' }
let refreshing: Promise<boolean> | null = null
const listeners = new Set<() => void>()

export const currentSession = (): SessionState => state

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The access token lives in memory only: a script that reads storage finds nothing. */
export function signIn({ accessToken, expiresAt, me }: SignedIn): void {
  become({ status: 'signed-in', token: accessToken, expiresAt: Date.parse(expiresAt), me })
}

/** `reason`: why someone who did not ask for it is signed out, a key of `auth:signedOut`. */
export function signOut(reason: string | null = null): void {
  become({ status: 'signed-out', reason })
}

export function updateMe(me: Me): void {
  if (state.status === 'signed-in') become({ ...state, me })
}

/**
 * Asks for a new access token with the refresh cookie; false when nobody is signed in. One request at a time, over
 * all tabs: a refresh token is spent by its use, and a second use of it would look like a theft.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= acrossTabs(requestRefresh).finally(() => {
    refreshing = null
  })
  return refreshing
}

const acrossTabs = (run: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('kartabl.refresh', run) : run()

async function requestRefresh(): Promise<boolean> {
  const response = await fetch('/api/auth/refresh', { method: 'POST' }).catch(() => null)
  if (response === null || response.status >= 500) throw unreachable()
  if (response.ok) {
    signIn((await response.json()) as SignedIn) // the contract of /api/auth/refresh
    return true
  }
  if (response.status !== 401 && response.status !== 403) throw await readProblem(response)
  signOut(state.status === 'signed-in' ? 'token_expired' : null)
  return false
}

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}
