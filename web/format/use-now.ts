import { useSyncExternalStore } from 'react'

/** How often relative times move on. Milliseconds. */
const interval = 15_000

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, interval)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The current moment in epoch milliseconds, one clock for the whole page: all relative times move together. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) tick()
})
