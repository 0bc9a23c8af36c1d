import type { Change } from './engine.ts'

type Waiter = (woken: boolean) => void

/** Long polls that wait for a job of their type. */
export class JobWaiters {
  private readonly waiting = new Map<string, Set<Waiter>>()

  /** Resolves true when a job of the type may be available, false when the time is over or the caller gave up. */
  wait(type: string, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const set = this.waiting.get(type) ?? new Set()
      this.waiting.set(type, set)
      const end: Waiter = (woken) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        set.delete(end)
        if (set.size === 0 && this.waiting.get(type) === set) this.waiting.delete(type)
        resolve(woken)
      }
      const giveUp = () => end(false)
      const timer = setTimeout(giveUp, milliseconds)
      set.add(end)
      if (signal?.aborted) giveUp()
      else signal?.addEventListener('abort', giveUp)
    })
  }

  /** The engine stops: there will be no more jobs here. */
  giveUp(): void {
    for (const set of [...this.waiting.values()]) for (const end of [...set]) end(false)
  }

  onCommit(changes: readonly Change[]): void {
    for (const { table, kind, after } of changes) {
      if (table !== 'jobs' || kind === 'deleted') continue
      const type = after && 'type' in after ? (after.type as string) : undefined
      for (const [waitedFor, set] of this.waiting)
        if (type === undefined || type === waitedFor) for (const end of [...set]) end(true)
    }
  }
}
