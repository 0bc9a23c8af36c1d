/** A background activity: runs, then again when it is due or woken. One run at a time; a failed run does not end it. */
export class Loop {
  private readonly run: () => Promise<number>
  private readonly onFault: (error: unknown) => void
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private wanted = false
  private stopped = true

  /** `run` returns the milliseconds until it wants to run again. */
  constructor(run: () => Promise<number>, onFault: (error: unknown) => void) {
    this.run = run
    this.onFault = onFault
  }

  start(): void {
    this.stopped = false
    this.wake()
  }

  /** Runs now, or once more when the present run is done. */
  wake(): void {
    if (this.stopped) return
    if (this.running) {
      this.wanted = true
      return
    }
    if (this.timer) clearTimeout(this.timer)
    this.running = this.once().finally(() => {
      this.running = null
      if (this.wanted) this.wake() // asked for when the run was as good as over
    })
  }

  async stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    await this.running
  }

  private async once(): Promise<void> {
    let pause = RETRY_MS
    do {
      this.wanted = false
      try {
        pause = await this.run()
      } catch (error) {
        this.onFault(error)
      }
    } while (this.wanted && !this.stopped)
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), pause)
  }
}

const RETRY_MS = 1_000
