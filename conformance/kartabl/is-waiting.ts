import type { Casework } from '../preparing/casework.ts'
import type { Spot } from './instances.ts'

/** What the harness decides about tasks whose work is its own. */
export interface Deciding {
  readonly casework: Casework
  readonly waiting: ReadonlySet<string>
}

/** A person's task, a job that this harness leaves alone, or a receive task. */
export function isWaiting({ at, element }: Spot, deciding: Deciding): boolean {
  if (at.task) return true
  if (at.job) return at.incident === null && leftAlone(element.id, deciding)
  return element.type === 'receiveTask' && at.waits.some((wait) => wait.element === at.element)
}

/** Whether a job is worked by a step and not by the worker. */
export function leftAlone(element: string, { casework, waiting }: Deciding): boolean {
  if (waiting.has(element)) return true
  const behavior = casework.behaviorAt(element)
  return behavior.kind === 'wait' || (behavior.kind === 'stub' && behavior.stub.do === 'wait')
}
