import type { Rows } from '../../../engine/ports/rows.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { UserTask } from '../../contract/v2/user-tasks.ts'
import { keyText, timeText, timeTextOrNone } from '../key.ts'
import { textsOf } from './text-of-row.ts'

/** How a task's form is known outside: the key of a deployed form, or a reference that only its user understands. */
export interface TaskForm {
  readonly formKey?: string
  readonly externalFormReference?: string
}

export const presentUserTask = (
  row: Rows['tasks'],
  definition: Rows['processDefinitions'],
  form: TaskForm,
): UserTask => ({
  name: row.name,
  state: row.state === 'CREATED' && row.transition !== '' ? row.transition : row.state,
  assignee: row.assignee ?? undefined,
  elementId: row.elementId,
  candidateGroups: textsOf(row.candidateGroups),
  candidateUsers: textsOf(row.candidateUsers),
  processDefinitionId: definition.processId,
  creationDate: timeText(row.createdAt),
  completionDate: timeTextOrNone(row.endedAt),
  followUpDate: timeTextOrNone(row.followUpAt),
  dueDate: timeTextOrNone(row.dueAt),
  tenantId: DEFAULT_TENANT,
  ...form,
  processDefinitionVersion: definition.version,
  customHeaders: {},
  priority: row.priority,
  userTaskKey: keyText(row.key),
  elementInstanceKey: keyText(row.key),
  processName: definition.name,
  processDefinitionKey: keyText(row.definition),
  processInstanceKey: keyText(row.instance),
})
