import { useSyncExternalStore } from 'react'

/** `waiting`: never connected yet, or away for so short a time that it is not worth a word. */
export type ConnectionState = 'waiting' | 'connected' | 'lost'

/** A connection that is away for less than this is not announced. Milliseconds. */
const patience = 2_000

const listeners = new Set<() => void>()
let state: ConnectionState = 'waiting'
let timer: ReturnType<typeof setTimeout> | undefined

export function connectionIsUp(): void {
  clearTimeout(timer)
  timer = undefined
  become('connected')
}

export function connectionIsDown(): void {
  if (timer !== undefined || state === 'lost') return
  timer = setTimeout(() => become('lost'), patience)
}

/** Nobody is signed in: there is nothing to be connected to. */
export function connectionIsClosed(): void {
  clearTimeout(timer)
  timer = undefined
  become('waiting')
}

export const useConnectionState = (): ConnectionState => useSyncExternalStore(subscribe, () => state)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: ConnectionState) {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}
