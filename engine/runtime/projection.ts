import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { TaskRow } from '../ports/rows.ts'
import { elementInstance } from '../state/apply.ts'
import type { InstanceState } from '../state/instance-state.ts'
import type { RowChanges } from './row-changes.ts'

/** Where an event of an instance is projected. */
export interface Projection {
  readonly graph: ProcessGraph
  /** As it was just before the event. */
  readonly state: InstanceState
  readonly rows: RowChanges
  readonly instance: Key
  readonly definition: Key
  readonly now: number
  readonly by: string
  /** Of the instance, once this command is saved. */
  readonly revision: number
}

/** Changes a task's row and tells who could see it before. `changes` is completed in place: this is done for every task. */
export function changeTask(p: Projection, key: Key, changes: Partial<TaskRow>): void {
  const task = elementInstance(p.state, key).task
  const before = task && {
    assignee: task.assignee,
    owner: task.owner,
    candidateGroups: JSON.stringify(task.candidateGroups),
    candidateUsers: JSON.stringify(task.candidateUsers),
  }
  p.rows.update(
    'tasks',
    p.instance,
    key,
    Object.assign(changes, { revision: p.revision }),
    before ?? undefined,
  )
}
