/**
 * One measured comparison. `ratio` is ours over the reference for rates and the reference over ours for costs and
 * sizes, so that more is always better and a goal is reached from `goal` upwards.
 */
export interface Figure {
  readonly name: string
  readonly ours: number
  readonly reference: number
  readonly ratio: number
  /** null: measured for the reader, without a goal. */
  readonly goal: number | null
  /** What `ours` and `reference` are: "per second", "bytes", … */
  readonly unit: string
  /** What ours was compared with. */
  readonly against: string
}

export const isReached = ({ ratio, goal }: Figure): boolean | null => (goal === null ? null : ratio >= goal)

/** A figure of sizes or costs: less is better. */
export const costs = (figure: Omit<Figure, 'ratio'>): Figure => ({
  ...figure,
  ratio: figure.reference / figure.ours,
})
