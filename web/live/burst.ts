export interface BurstTimes {
  /** How long to wait for more after the first item. Milliseconds. */
  readonly wait: number
  /** Two runs are never nearer than this. Milliseconds. */
  readonly gap: number
}

/**
 * Gathers items and hands them over together: one run per burst, and under a steady stream one run per `gap`.
 * Returns the function that adds items.
 */
export function burst<Item>(
  run: (items: Item[]) => void,
  { wait, gap }: BurstTimes,
): (items: readonly Item[]) => void {
  let gathered: Item[] = []
  let scheduled = false
  let last = Number.NEGATIVE_INFINITY

  const handOver = () => {
    const items = gathered
    gathered = []
    scheduled = false
    last = Date.now()
    run(items)
  }
  return (items) => {
    gathered.push(...items)
    if (scheduled) return
    scheduled = true
    setTimeout(handOver, Math.max(wait, last + gap - Date.now()))
  }
}
