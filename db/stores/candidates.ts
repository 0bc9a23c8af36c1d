import type { Rows } from '../../engine/ports/rows.ts'

type Task = Rows['tasks']

/** Candidates of tasks without a due date stand after all others: the largest integer both databases hand back exactly. */
export const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/** A row of `task_candidates`: one person or group that may take an open task. */
export interface CandidateRow {
  readonly task: number
  readonly candidate: string
  readonly dueAt: number
}

/**
 * A candidate as the index writes it: groups as they are, users as `user:<id>`. A group whose own id looks like a
 * prefixed one gets a prefix of its own, so that a group named `user:sara` is not Sara.
 */
export function candidateOf(column: 'candidateGroups' | 'candidateUsers', id: string): string {
  if (column === 'candidateUsers') return `user:${id}`
  return id.startsWith('user:') || id.startsWith('group:') ? `group:${id}` : id
}

/** The index holds open tasks only: what ended is found by its own columns. */
export function candidateRows(task: Task): CandidateRow[] {
  if (task.state !== 'CREATED') return []
  const candidates = new Set([
    ...idsIn(task.candidateGroups).map((id) => candidateOf('candidateGroups', id)),
    ...idsIn(task.candidateUsers).map((id) => candidateOf('candidateUsers', id)),
  ])
  return [...candidates].map((candidate) => ({ task: task.key, candidate, dueAt: task.dueAt ?? NO_DUE_DATE }))
}

/** What an update of a task means for the index. */
export type CandidateChange = 'none' | 'remove' | 'due date' | 'rebuild'

export function candidateChange(changes: Partial<Task>): CandidateChange {
  if (changes.state !== undefined && changes.state !== 'CREATED') return 'remove'
  if (
    changes.state !== undefined ||
    changes.candidateGroups !== undefined ||
    changes.candidateUsers !== undefined
  )
    return 'rebuild'
  return changes.dueAt !== undefined ? 'due date' : 'none'
}

// '[]' is by far the most frequent.
const idsIn = (json: string): string[] => (json === '[]' ? [] : (JSON.parse(json) as string[])) // rows.ts: JSON array of ids
