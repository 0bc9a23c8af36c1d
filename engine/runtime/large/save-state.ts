import type { Key } from '../../key.ts'
import type { Rows } from '../../ports/rows.ts'
import type { StoreTransaction } from '../../ports/store.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { encodeMark, readMark } from '../../state/snapshot-mark.ts'
import { encodeState } from '../../state/state-codec.ts'
import { encodeVariables } from '../../state/variables-codec.ts'

type Columns = Pick<Rows['instances'], 'state' | 'variables'>

/** Characters of state and variables from which an instance is large: then its row no longer holds them. */
const LARGE = 32_768
/** A large instance is small again below this, well under the limit so that it does not go to and fro. */
const SMALL = LARGE / 2
/** What a row of history costs beside its text, in characters. */
const ROW = 100
/** The history after a snapshot may cost this part of it. */
const MOST_SINCE = 1 / 4

export interface Saving {
  readonly tx: StoreTransaction
  readonly state: InstanceState
  /** The revision that is being saved. */
  readonly seq: number
  /** The row's `state` as it was loaded; empty for a new instance. */
  readonly stored: string
  /** Characters of this command's history. */
  readonly written: number
  readonly nextKey: () => Key
}

/**
 * What the row of an instance holds of its state. A large one is written in whole, to a row of its own, only when the
 * history since the last time has become a good part of it: so a command costs what it does, and loading hardly more than
 * the state is worth. See docs/decisions/0007.
 */
export function saveState(saving: Saving): Columns {
  const { tx, state, stored } = saving
  const mark = readMark(stored)
  if (state.status !== 'active') {
    if (mark) tx.delete('snapshots', state.key)
    return { state: '', variables: encodeVariables(state) }
  }
  const since = (mark?.since ?? 0) + saving.written + ROW
  if (mark && since <= mark.size * MOST_SINCE) {
    const moved = encodeMark({ ...mark, since, stamp: saving.nextKey() })
    return { state: moved, variables: '' }
  }
  return saveWhole(saving, mark !== null)
}

function saveWhole({ tx, state, seq, nextKey }: Saving, wasLarge: boolean): Columns {
  const whole = { state: encodeState(state), variables: encodeVariables(state) }
  const size = whole.state.length + whole.variables.length
  const isLarge = size > (wasLarge ? SMALL : LARGE)
  if (!isLarge) {
    if (wasLarge) tx.delete('snapshots', state.key)
    return whole
  }
  if (wasLarge) tx.update('snapshots', state.key, { seq, ...whole })
  else tx.insert('snapshots', { key: state.key, seq, ...whole })
  return { state: encodeMark({ seq, size, since: 0, stamp: nextKey() }), variables: '' }
}
