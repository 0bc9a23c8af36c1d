import type { Key, Rows } from '../../engine/ports/rows.ts'

type Task = Rows['tasks']

/** Tasks that this person has (`assignee`), or has delegated and not got back (`owner`, when somebody else has them). */
export interface OwnWork {
  readonly as: 'assignee' | 'owner'
  readonly person: string
}

/** Whose work is asked for: what is theirs, what they may take, or both. */
export interface WorkOf {
  /** Null leaves it out. */
  readonly own: OwnWork | null
  /** Tasks that nobody has and that one of these may take. Both empty leaves them out. */
  readonly groups: readonly string[]
  readonly users: readonly string[]
}

/** Of these tasks only those at one of the elements, or of one of the instances. */
export interface WorkFilter {
  /** `ids` null: every element of the definition. */
  readonly elements: readonly { readonly definition: Key; readonly ids: readonly string[] | null }[]
  readonly instances: readonly Key[]
}

/** Tasks that somebody wants to see again from a moment on. */
export interface FollowUps {
  /** `come`: those without such a moment, or for which it has come. `later`: those for which it has not. */
  readonly which: 'come' | 'later'
  /** Epoch milliseconds. */
  readonly at: number
}

export interface WorkQuery {
  readonly of: WorkOf
  /** Null: all of it. */
  readonly filter: WorkFilter | null
  /** Due before this moment, epoch milliseconds; null: whenever. */
  readonly dueBefore: number | null
  /** Null: all of them. */
  readonly followUps: FollowUps | null
}

/** Where a page ended: the last task's due date and key. */
export interface WorkPosition {
  readonly dueAt: number | null
  readonly key: Key
}

export interface WorkPage extends WorkQuery {
  readonly after: WorkPosition | null
  readonly limit: number
}

/** Reads open tasks by whose work they are, at a cost that does not grow with how many there are. */
export interface Inbox {
  /** The earliest due first, those without a due date last, ties by key. */
  page(query: WorkPage): Promise<Task[]>
  /** Exactly how many there are. */
  count(query: WorkQuery): Promise<number>
}
