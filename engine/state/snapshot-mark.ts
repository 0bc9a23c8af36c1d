import type { Key } from '../key.ts'

/**
 * What a large instance has in its row in place of its state: the state is the snapshot kept beside the row, moved
 * forward by the history after it.
 */
export interface SnapshotMark {
  /** Revision that the snapshot holds. */
  readonly seq: number
  /** Characters of the snapshot. */
  readonly size: number
  /** What reading the history after it costs, in the same unit. */
  readonly since: number
  /** A key that no other save has, so that two rows with the same mark hold the same state. */
  readonly stamp: Key
}

/** No JSON begins with it. */
const SIGN = '@'

export const encodeMark = ({ seq, size, since, stamp }: SnapshotMark): string =>
  `${SIGN}${seq} ${size} ${since} ${stamp}`

/** The mark in a row's `state`; null when the state itself is there, or the instance has ended. */
export function readMark(state: string): SnapshotMark | null {
  if (!state.startsWith(SIGN)) return null
  const [seq, size, since, stamp] = state.slice(SIGN.length).split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ] // as written above
  return { seq, size, since, stamp }
}

/** The `variables` of a large instance stand in its snapshot; those of any other are at least `{}`. */
export const isLarge = ({ variables }: { readonly variables: string }): boolean => variables === ''
