import { useSyncExternalStore } from 'react'
import type { Me, Permission } from '../../api/contract/index.ts'
import { currentSession, type SessionState, subscribeSession } from './session.ts'

export const useSession = (): SessionState => useSyncExternalStore(subscribeSession, currentSession)

/** Who is signed in; only on pages behind the sign-in, where there always is somebody. */
export function useMe(): Me {
  const session = useSession()
  if (session.status !== 'signed-in') throw new Error('useMe is for pages behind the sign-in only.')
  return session.me
}

/** True when the person may do this anywhere; the server decides again. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission)
