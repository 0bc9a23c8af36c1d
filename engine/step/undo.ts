import type { Key } from '../key.ts'
import { undoNext } from './compensation.ts'
import type { Execution } from './execution.ts'
import { complete } from './lifecycle.ts'
import { leaveCanceled } from './transactions.ts'

/** One thing has been undone for this instance: the next, or it goes on. [CO2] [TX2] */
export function undo(x: Execution, key: Key): void {
  const holder = x.state.elements.get(key)
  if (!holder || x.state.status !== 'active') return
  if (holder.extra?.undoing && !undoNext(x, holder)) return
  if (holder.extra?.mode === 'canceling') leaveCanceled(x, holder)
  else if ('eventSubProcesses' in x.element(holder)) x.settleLater(key)
  else complete(x, holder)
}
