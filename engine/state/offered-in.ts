import type { ElementOf } from '../graph/process-graph.ts'
import { beginsNothing } from './begins-nothing.ts'
import type { ElementInstance } from './instance-state.ts'

/** What may be begun in an ad-hoc sub-process now: nothing once it is closing, one thing at a time when it is sequential. [AH1] */
export function offeredIn(
  { offered, sequential }: Pick<ElementOf<'adHocSubProcess'>, 'offered' | 'sequential'>,
  { extra, children }: Pick<ElementInstance, 'extra' | 'children'>,
): readonly number[] {
  if (beginsNothing({ extra }) || (sequential && children > 0)) return []
  return offered
}
