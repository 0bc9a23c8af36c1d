import type { Rows } from '../../engine/ports/rows.ts'

/** What the policy must know of a task: who has it, who may take it, who must not do it. */
export interface TaskFacts {
  readonly state: Rows['tasks']['state']
  readonly assignee: string | null
  readonly completedBy: string | null
  /** Who has delegated it. */
  readonly owner: string | null
  readonly candidateUsers: readonly string[]
  readonly candidateGroups: readonly string[]
}

/** Reads the JSON columns of a row; a store wrote them, so they are lists of texts. */
const list = (json: string): string[] => JSON.parse(json) as string[]

/** The facts in a task's row. */
export const taskFacts = (row: Rows['tasks']): TaskFacts => ({
  state: row.state,
  assignee: row.assignee,
  completedBy: row.completedBy,
  owner: row.owner,
  candidateUsers: list(row.candidateUsers),
  candidateGroups: list(row.candidateGroups),
})
