/** How often each element's work was done: some stubs behave differently each time. */
export class Invocations {
  readonly #counts = new Map<string, number>()

  /** 0 for the first. */
  next(element: string): number {
    const count = this.#counts.get(element) ?? 0
    this.#counts.set(element, count + 1)
    return count
  }
}
