import type { Key, Rows } from '../../../engine/ports/rows.ts'
import { NO_DUE_DATE } from './candidates.ts'
import { type Pool, poolOf } from './pool.ts'

type Task = Rows['tasks']

/** What candidacies are made from. */
export const candidacyColumns = [
  'key',
  'instance',
  'definition',
  'elementId',
  'state',
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'dueAt',
  'followUpAt',
  'transition',
] as const satisfies readonly (keyof Task)[]

export type CandidacyTask = Pick<Task, (typeof candidacyColumns)[number]>

/** An open task as those see it who may take it. */
export interface Candidacy {
  readonly task: Key
  readonly instance: Key
  readonly definition: Key
  readonly elementId: string
  /** Epoch milliseconds, or NO_DUE_DATE. */
  readonly dueAt: number
  /** Epoch milliseconds, or 0: until then it is out of the ordinary views. [UT5] */
  readonly followUpAt: number
  readonly isAssigned: boolean
  /** Its listeners keep it from beginning, or from ending. [UT9] */
  readonly isWithheld: boolean
  readonly pool: Pool
}

/** 1: it still has candidates, but there is nothing to take. */
export const takenOf = ({ isAssigned, isWithheld }: Candidacy): 0 | 1 => (isAssigned || isWithheld ? 1 : 0)

/** Transitions that make a task nobody's work. */
export const WITHHOLDING: readonly Task['transition'][] = ['CREATING', 'COMPLETING', 'CANCELING']

export const isWithheld = (transition: Task['transition']): boolean => WITHHOLDING.includes(transition)

/** Null for a task that has ended, or that has no candidates. */
export function candidacyOf(task: CandidacyTask): Candidacy | null {
  if (task.state !== 'CREATED') return null
  const pool = poolOf(task.candidateGroups, task.candidateUsers)
  if (pool.candidates.length === 0) return null
  return {
    task: task.key,
    instance: task.instance,
    definition: task.definition,
    elementId: task.elementId,
    dueAt: task.dueAt ?? NO_DUE_DATE,
    followUpAt: task.followUpAt ?? 0,
    isAssigned: task.assignee !== null,
    isWithheld: isWithheld(task.transition),
    pool,
  }
}

const MAKING: ReadonlySet<string> = new Set(candidacyColumns)

/** Whether an update of a task may change its candidacy. */
export function touchesCandidacy(changes: Partial<Task>): boolean {
  for (const column in changes) if (MAKING.has(column)) return true
  return false
}

export const isSameCandidacy = (one: Candidacy, other: Candidacy): boolean =>
  one.isAssigned === other.isAssigned &&
  one.isWithheld === other.isWithheld &&
  one.dueAt === other.dueAt &&
  one.followUpAt === other.followUpAt &&
  one.pool.id === other.pool.id &&
  one.definition === other.definition &&
  one.elementId === other.elementId
