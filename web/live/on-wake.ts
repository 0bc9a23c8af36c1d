/** A clock that jumps by more than this means that the machine slept. Milliseconds. */
const jump = 30_000
const interval = 5_000

/** Calls `wake` when the machine wakes from sleep or the network comes back. Returns the function that stops it. */
export function onWake(wake: () => void): () => void {
  let last = Date.now()
  const look = () => {
    const now = Date.now()
    const slept = now - last > jump
    last = now
    // A hidden tab's timers are slowed to once a minute: that is no sleep, and its socket is alive.
    if (slept && !document.hidden) wake()
  }
  const timer = setInterval(look, interval)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', wake)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('online', wake)
  }
}
