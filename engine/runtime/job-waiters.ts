import type { Change } from './engine.ts'

/** Long polls that wait for a job of their type. */
export class JobWaiters {
  private readonly waiting = new Map<string, Set<() => void>>()

  /** Resolves true when a job of the type may be available, false when the time is over or the caller gave up. */
  wait(type: string, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const set = this.waiting.get(type) ?? new Set()
      this.waiting.set(type, set)
      const end = (woken: boolean) => {
        clearTimeout(timer)
        set.delete(wake)
        if (set.size === 0 && this.waiting.get(type) === set) this.waiting.delete(type)
        resolve(woken)
      }
      const wake = () => end(true)
      const timer = setTimeout(() => end(false), milliseconds)
      signal?.addEventListener('abort', () => end(false), { once: true })
      set.add(wake)
    })
  }

  onCommit(changes: readonly Change[]): void {
    for (const { table, kind, after } of changes) {
      if (table !== 'jobs' || kind === 'deleted') continue
      const type = after && 'type' in after ? (after.type as string) : undefined
      for (const [waitedFor, set] of this.waiting)
        if (type === undefined || type === waitedFor) for (const wake of [...set]) wake()
    }
  }
}
