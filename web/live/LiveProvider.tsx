import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { LiveChange, Watch } from '../../api/contract/index.ts'
import { currentSession, subscribeSession } from '../api/session.ts'
import { startLive } from './start-live.ts'

export interface Live {
  /** Tells what this page itself changed, so that it is fetched together with the server's word of it. */
  changed(changes: readonly LiveChange[]): void
  watch(what: Watch): () => void
}

const LiveContext = createContext<Live>({ changed: () => {}, watch: () => () => {} })

export const useLive = () => useContext(LiveContext)

/** Looks at one instance or record while the component is on the page; null looks at nothing. */
export function useWatch(kind: Watch['kind'], key: string | null | undefined) {
  const live = useLive()
  useEffect(() => (key ? live.watch({ kind, key }) : undefined), [live, kind, key])
}

/** Keeps the pages behind the sign-in live. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [live, setLive] = useState<Live | null>(null)
  useEffect(() => {
    const started = startLive(queryClient)
    setLive(started)
    const stop = subscribeSession(() => {
      const session = currentSession()
      if (session.status === 'signed-in') started.renewToken(session.token)
    })
    return () => {
      stop()
      started.close()
    }
  }, [queryClient])
  return live && <LiveContext value={live}>{children}</LiveContext>
}
