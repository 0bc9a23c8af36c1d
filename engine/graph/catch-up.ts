/** What becomes of the turns of a cycle that were missed: all fired, one for all of them, or none. [TI6] */
export type CatchUp = 'all' | 'once' | 'skip'

export const catchUps: readonly string[] = ['all', 'once', 'skip'] satisfies readonly CatchUp[]

export const catchUpProperty = 'kartabl:catchUp'

/** Of an event with these properties, which were checked at deployment. */
export const catchUpOf = (properties: Readonly<Record<string, string>>): CatchUp =>
  (properties[catchUpProperty] ?? 'once') as CatchUp
