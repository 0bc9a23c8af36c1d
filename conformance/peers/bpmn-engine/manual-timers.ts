interface Timer {
  readonly owner: unknown
  readonly due: number
  readonly fire: () => void
}

/** Timers that fire when the steps say that time has passed, the earliest first. */
export class ManualTimers {
  now = 0
  readonly #timers = new Set<Timer>()

  get executing(): Timer[] {
    return [...this.#timers]
  }

  setTimeout = (fire: (...args: unknown[]) => void, delay: number, ...args: unknown[]): Timer =>
    this.#set(null, fire, delay, args)

  clearTimeout = (timer: unknown): void => {
    // Whatever setTimeout gave.
    this.#timers.delete(timer as Timer)
  }

  /** For one activity. */
  register = (owner: unknown) => ({
    setTimeout: (fire: (...args: unknown[]) => void, delay: number, ...args: unknown[]) =>
      this.#set(owner, fire, delay, args),
    clearTimeout: this.clearTimeout,
  })

  /** The earliest that is due until `end`, taken out; the clock moves to it. */
  take(end: number): (() => void) | null {
    const [next] = this.executing.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)
    if (!next) return null
    this.#timers.delete(next)
    this.now = Math.max(this.now, next.due)
    return next.fire
  }

  #set(owner: unknown, fire: (...args: unknown[]) => void, delay: number, args: unknown[]): Timer {
    const timer = { owner, due: this.now + Math.max(0, delay), fire: () => fire(...args) }
    this.#timers.add(timer)
    return timer
  }
}
