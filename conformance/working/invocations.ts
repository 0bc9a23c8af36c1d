/** How often each element's work was done: some stubs behave differently each time. */
export class Invocations {
  readonly #counts = new Map<string, number>()

  of(element: string): number {
    return this.#counts.get(element) ?? 0
  }

  count(element: string): void {
    this.#counts.set(element, this.of(element) + 1)
  }
}
