import { ok } from '../../result.ts'
import { loadState } from '../../state/codec.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { isLarge } from '../../state/snapshot-mark.ts'
import type { Transactor } from '../transactor.ts'
import type { StateRow } from './read-state.ts'

/**
 * Looks at the state of an instance that was read outside a transaction. A large one is looked at where its commands find it,
 * in a transaction of its own between theirs, so it need not be read.
 */
export async function inspect<T>(
  transactor: Transactor,
  row: StateRow,
  look: (state: InstanceState) => T,
): Promise<T | undefined> {
  if (!isLarge(row)) return look(loadState(row))
  const looked = await transactor.run([row.key], 'nobody', async (work) => {
    const found = await work.load(row.key)
    return found.ok ? ok(look(found.value.state)) : found
  })
  return looked.ok ? looked.value : undefined
}
