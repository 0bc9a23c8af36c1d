import type { Rows } from '../../ports/rows.ts'
import type { RowReader } from '../../ports/store.ts'
import { apply } from '../../state/apply.ts'
import { loadState, type StoredState } from '../../state/codec.ts'
import { decodeEvents } from '../../state/event-codec.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { isLarge } from '../../state/snapshot-mark.ts'

/** What of an instance's row its state is read from. */
export type StateRow = StoredState & Pick<Rows['instances'], 'revision'>

/** Another node may save while this one reads outside a transaction; it can't go on doing so for ever. */
const LOOKS = 10

/**
 * The state of any instance as its row has it: of a large one the snapshot, moved forward by the history up to the row's
 * revision. Costs as much as the state is large, whatever has happened before. Outside a transaction the row may be
 * overtaken while this reads: then the state is that of a later revision.
 */
export async function readState(reader: RowReader, row: StateRow): Promise<InstanceState> {
  let present: StateRow | undefined = row
  for (let look = 1; look <= LOOKS && present; look++) {
    if (!isLarge(present)) return loadState(present)
    const snapshot = await reader.get('snapshots', row.key)
    if (snapshot && snapshot.seq <= present.revision) {
      const state = loadState({ ...present, state: snapshot.state, variables: snapshot.variables })
      return moveForward(reader, state, snapshot.seq, present.revision)
    }
    present = await reader.get('instances', row.key)
  }
  throw new Error(`the snapshot of instance ${row.key} is missing: its row says that it is large`)
}

/** Applies what the history has after revision `from` up to `to`. */
export async function moveForward(
  reader: RowReader,
  state: InstanceState,
  from: number,
  to: number,
): Promise<InstanceState> {
  if (from === to) return state
  const history = await reader.find('history', {
    where: [
      { column: 'instance', is: '=', value: state.key },
      { column: 'seq', is: '>', value: from },
      { column: 'seq', is: '<=', value: to },
    ],
    orderBy: [{ column: 'seq' }],
    columns: ['events'],
  })
  if (history.length !== to - from)
    throw new Error(
      `expected history ${from + 1} to ${to} of instance ${state.key}, got ${history.length} of these rows: ` +
        'the history of a running instance must not be deleted',
    )
  for (const { events } of history) for (const event of decodeEvents(state.key, events)) apply(state, event)
  return state
}
