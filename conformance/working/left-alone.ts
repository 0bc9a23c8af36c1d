import type { Casework } from '../preparing/casework.ts'

/** What the harness decides about tasks whose work is its own. */
export interface Deciding {
  readonly casework: Casework
  /** Tasks that wait although they would pass. */
  readonly waiting: ReadonlySet<string>
}

/** Whether a task is worked by a step and not by the harness itself. */
export function leftAlone(element: string, { casework, waiting }: Deciding): boolean {
  if (waiting.has(element)) return true
  const behavior = casework.behaviorAt(element)
  return behavior.kind === 'wait' || (behavior.kind === 'stub' && behavior.stub.do === 'wait')
}
