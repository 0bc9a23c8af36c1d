/** Ids that no other element of the diagram has. */
export class Ids {
  private last = 0
  next(kind: string): string {
    return `${kind}${++this.last}`
  }
}
