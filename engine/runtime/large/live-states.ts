import type { Key } from '../../key.ts'
import type { Rows } from '../../ports/rows.ts'
import type { RowReader } from '../../ports/store.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { readMark } from '../../state/snapshot-mark.ts'
import { moveForward, readState } from './read-state.ts'

type InstanceRow = Rows['instances']

/** The state of a large instance as the save that wrote `mark` left it. */
export interface LiveState {
  readonly state: InstanceState
  /** As in the row. */
  readonly mark: string
  readonly revision: number
  /** The save is known to have been committed: what other nodes have done since can be applied to it. */
  readonly isCommitted: boolean
}

/** Characters of stored text that the states kept may come from; as objects they take three times as many bytes. */
const ROOM = 16_000_000

/**
 * The states of large instances that this node has worked on last, so that a command does not read and parse all of one.
 * A state belongs to whoever takes it and comes back only when it is again what a row says. Each save has a mark of its own,
 * so one that was undone fits no row: nothing has to be told of it.
 */
export class LiveStates {
  private readonly kept = new Map<Key, LiveState>()
  private room = ROOM

  /** The state of a large instance as its row has it; the row is locked. */
  async take(tx: RowReader, row: InstanceRow): Promise<LiveState> {
    const known = this.remove(row.key)
    if (known?.mark === row.state) return known
    const { key: _, revision, state: mark } = row
    const state =
      known && canFollow(known, row)
        ? await moveForward(tx, known.state, known.revision, revision)
        : await readState(tx, row)
    return { state, mark, revision, isCommitted: false }
  }

  /** Gives a state back, or a new one in its place. The one used last always stays, whatever its size. */
  put(live: LiveState): void {
    const { key } = live.state
    this.remove(key)
    this.kept.set(key, live)
    this.room -= sizeOf(live)
    for (const [oldest] of this.kept) {
      if (this.room >= 0 || oldest === key) return
      this.remove(oldest)
    }
  }

  /** The transaction that put this state has been committed. */
  confirm({ state: { key }, mark }: LiveState): void {
    const known = this.kept.get(key)
    if (known?.mark === mark) this.kept.set(key, { ...known, isCommitted: true })
  }

  private remove(key: Key): LiveState | undefined {
    const known = this.kept.get(key)
    if (!known) return undefined
    this.kept.delete(key)
    this.room += sizeOf(known)
    return known
  }
}

/** Other nodes have gone on from here, and what they did is shorter to read than the snapshot. */
const canFollow = ({ isCommitted, revision }: LiveState, row: InstanceRow): boolean =>
  isCommitted && revision < row.revision && revision >= readMark(row.state)!.seq

const sizeOf = ({ mark }: LiveState): number => {
  const { size, since } = readMark(mark)!
  return size + since
}
