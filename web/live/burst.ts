export interface BurstTimes {
  /** How long to wait for more after the first item. Milliseconds. */
  readonly wait: number
  /** Two runs are never nearer than this. Milliseconds. */
  readonly gap: number
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls back once, after so many milliseconds. */
  later(run: () => void, delay: number): void
}

const browserClock: Clock = {
  now: () => Date.now(),
  later: (run, delay) => void setTimeout(run, delay),
}

/**
 * Gathers items and hands them over together: one run per burst, and under a steady stream one run per `gap`.
 * Returns the function that adds items.
 */
export function burst<Item>(
  run: (items: Item[]) => void,
  { wait, gap }: BurstTimes,
  clock: Clock = browserClock,
): (items: readonly Item[]) => void {
  let gathered: Item[] = []
  let scheduled = false
  let last = Number.NEGATIVE_INFINITY

  const handOver = () => {
    const items = gathered
    gathered = []
    scheduled = false
    last = clock.now()
    run(items)
  }
  return (items) => {
    gathered.push(...items)
    if (scheduled) return
    scheduled = true
    clock.later(handOver, Math.max(wait, last + gap - clock.now()))
  }
}
