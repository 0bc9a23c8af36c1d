import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { NO_DUE_DATE } from './candidates.ts'
import { type Pool, poolOf } from './pool.ts'

type Task = Rows['tasks']

/** What offers are made from. */
export const offerColumns = [
  'key',
  'instance',
  'definition',
  'elementId',
  'state',
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'dueAt',
] as const satisfies readonly (keyof Task)[]

export type OfferTask = Pick<Task, (typeof offerColumns)[number]>

/** An open task as those see it who may take it. */
export interface Offer {
  readonly task: Key
  readonly instance: Key
  readonly definition: Key
  readonly elementId: string
  /** Epoch milliseconds, or NO_DUE_DATE. */
  readonly dueAt: number
  /** Somebody has it: it still has candidates, but nobody finds it to take. */
  readonly taken: 0 | 1
  readonly pool: Pool
}

/** Null for a task that has ended, or that has no candidates. */
export function offerOf(task: OfferTask): Offer | null {
  if (task.state !== 'CREATED') return null
  const pool = poolOf(task.candidateGroups, task.candidateUsers)
  if (pool.candidates.length === 0) return null
  return {
    task: task.key,
    instance: task.instance,
    definition: task.definition,
    elementId: task.elementId,
    dueAt: task.dueAt ?? NO_DUE_DATE,
    taken: task.assignee === null ? 0 : 1,
    pool,
  }
}

/** Whether an update of a task may change its offer. Written out, because every update is asked. */
export const touchesOffer = (changes: Partial<Task>): boolean =>
  changes.state !== undefined || touchesOtherColumns(changes)

const touchesOtherColumns = ({
  key,
  instance,
  definition,
  elementId,
  assignee,
  candidateGroups,
  candidateUsers,
  dueAt,
}: Partial<Task>): boolean =>
  key !== undefined ||
  instance !== undefined ||
  definition !== undefined ||
  elementId !== undefined ||
  assignee !== undefined ||
  candidateGroups !== undefined ||
  candidateUsers !== undefined ||
  dueAt !== undefined

/** An update by which an offer ends and nothing else: by far the most frequent. */
export const onlyEndsOffer = (changes: Partial<Task>): boolean =>
  changes.state !== undefined && changes.state !== 'CREATED' && !touchesOtherColumns(changes)

export const isSameOffer = (one: Offer, other: Offer): boolean =>
  one.taken === other.taken &&
  one.dueAt === other.dueAt &&
  one.pool.id === other.pool.id &&
  one.definition === other.definition &&
  one.elementId === other.elementId
