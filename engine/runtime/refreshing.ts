/** Runs a reading of something shared: calls that come while one runs share the next, which begins after all of them. */
export class Refreshing {
  private readonly read: () => Promise<void>
  private running: Promise<void> | null = null
  private following: Promise<void> | null = null

  constructor(read: () => Promise<void>) {
    this.read = read
  }

  /** Resolves after a reading that began after this call. */
  refresh(): Promise<void> {
    if (!this.running) return this.begin()
    this.following ??= this.running.catch(() => {}).then(() => this.begin())
    return this.following
  }

  private begin(): Promise<void> {
    this.following = null
    this.running = this.read().finally(() => {
      this.running = null
    })
    return this.running
  }
}
