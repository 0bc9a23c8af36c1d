import type { TaskChanges } from '../../engine/state/instance-state.ts'
import type { UpdateUserTask } from '../contract/v2/user-tasks.ts'

/** What a changeset changes: null and absent leave a value as it is, an empty text takes a date away. */
export function taskChanges(changeset: UpdateUserTask['changeset']): TaskChanges {
  const { dueDate, followUpDate, candidateGroups, candidateUsers, priority } = changeset ?? {}
  return {
    ...(dueDate == null ? {} : { dueAt: dateOf(dueDate) }),
    ...(followUpDate == null ? {} : { followUpAt: dateOf(followUpDate) }),
    ...(candidateGroups == null ? {} : { candidateGroups }),
    ...(candidateUsers == null ? {} : { candidateUsers }),
    ...(priority == null ? {} : { priority }),
  }
}

const dateOf = (text: string): number | null => (text === '' ? null : Date.parse(text))
