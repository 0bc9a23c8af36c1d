import { z } from 'zod'
import { Values } from '../primitives.ts'
import {
  DateTimeFilter,
  enumFilter,
  filterOf,
  IntegerFilter,
  StringFilter,
  VariableValueFilter,
} from './filter.ts'
import { Name, TenantId, V2Key } from './key.ts'
import { searchAnswer, searchBody } from './search.ts'
import { candidates, newDate } from './task-attributes.ts'

const taskStates = [
  'CREATING',
  'CREATED',
  'ASSIGNING',
  'UPDATING',
  'COMPLETING',
  'COMPLETED',
  'CANCELING',
  'CANCELED',
  'FAILED',
] as const

export const UserTask = z
  .object({
    name: z.string(),
    state: z.enum(taskStates),
    assignee: z.string().optional(),
    elementId: z.string(),
    candidateGroups: z.array(z.string()),
    candidateUsers: z.array(z.string()),
    processDefinitionId: z.string(),
    creationDate: z.iso.datetime(),
    completionDate: z.iso.datetime().optional(),
    followUpDate: z.iso.datetime().optional(),
    dueDate: z.iso.datetime().optional(),
    tenantId: TenantId,
    externalFormReference: z.string().optional(),
    processDefinitionVersion: z.number().int(),
    customHeaders: z.record(z.string(), z.string()),
    priority: z.number().int(),
    userTaskKey: V2Key,
    elementInstanceKey: V2Key,
    processName: z.string(),
    processDefinitionKey: V2Key,
    processInstanceKey: V2Key,
    formKey: V2Key.optional(),
  })
  .meta({ id: 'V2UserTask' })
export type UserTask = z.infer<typeof UserTask>
export const UserTaskAnswer = searchAnswer(UserTask)

export const UserTaskFilter = filterOf({
  state: enumFilter(taskStates),
  assignee: StringFilter,
  priority: IntegerFilter,
  elementId: z.string(),
  name: z.string(),
  candidateGroup: StringFilter,
  candidateUser: StringFilter,
  tenantId: StringFilter,
  processDefinitionId: z.string(),
  creationDate: DateTimeFilter,
  completionDate: DateTimeFilter,
  followUpDate: DateTimeFilter,
  dueDate: DateTimeFilter,
  processInstanceVariables: z.array(VariableValueFilter).max(20),
  localVariables: z.array(VariableValueFilter).max(20),
  userTaskKey: V2Key,
  processDefinitionKey: V2Key,
  processInstanceKey: V2Key,
  elementInstanceKey: V2Key,
})
export type UserTaskFilter = z.infer<typeof UserTaskFilter>

export const userTaskSortFields = [
  'creationDate',
  'completionDate',
  'followUpDate',
  'dueDate',
  'priority',
  'name',
] as const

export const SearchUserTasks = searchBody(userTaskSortFields, UserTaskFilter)

/** What the listeners of the task are told of how it was called. */
const action = z.string().max(255).nullish()

export const CompleteUserTask = z.object({ variables: Values.nullish(), action }).prefault({})

export type CompleteUserTask = z.infer<typeof CompleteUserTask>

export const AssignUserTask = z.object({
  assignee: Name,
  /** false: refuse when someone has it already. */
  allowOverride: z.boolean().nullish(),
  action,
})

export const UpdateUserTask = z
  .object({
    changeset: z
      .object({
        dueDate: newDate,
        followUpDate: newDate,
        candidateUsers: candidates,
        candidateGroups: candidates,
        priority: z.number().int().min(0).max(100).nullish(),
      })
      .nullish(),
    action,
  })
  .prefault({})
export type UpdateUserTask = z.infer<typeof UpdateUserTask>
