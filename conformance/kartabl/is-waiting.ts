import { type Deciding, leftAlone } from '../working/left-alone.ts'
import type { Spot } from './instances.ts'

/** A person's task, a job that this harness leaves alone, or a receive task. */
export function isWaiting({ at, element }: Spot, deciding: Deciding): boolean {
  if (at.task) return true
  if (at.job) return at.incident === null && leftAlone(element.id, deciding)
  return (
    element.type === 'receiveTask' &&
    at.waits.some((wait) => wait.kind === 'message' && wait.element === at.element)
  )
}
