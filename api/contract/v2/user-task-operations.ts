import { z } from 'zod'
import { filterOf, StringFilter } from './filter.ts'
import { V2Key } from './key.ts'
import { operation } from './operation.ts'
import { Form } from './process-definitions.ts'
import { searchBody } from './search.ts'
import {
  AssignUserTask,
  CompleteUserTask,
  SearchUserTasks,
  UpdateUserTask,
  UserTask,
  UserTaskAnswer,
} from './user-tasks.ts'
import { TruncateQuery, VariableAnswer, variableSortFields } from './variables.ts'

const tag = 'User task'
const params = z.object({ userTaskKey: V2Key })
const path = '/user-tasks/{userTaskKey}'

export const searchUserTasks = operation({
  id: 'searchUserTasks',
  method: 'post',
  path: '/user-tasks/search',
  tag,
  summary: 'Search user tasks that the caller may see',
  body: SearchUserTasks,
  answer: UserTaskAnswer,
})

export const getUserTask = operation({
  id: 'getUserTask',
  method: 'get',
  path,
  tag,
  summary: 'Get a user task',
  params,
  answer: UserTask,
})

export const completeUserTask = operation({
  id: 'completeUserTask',
  method: 'post',
  path: `${path}/completion`,
  tag,
  summary: 'Complete a user task',
  params,
  body: CompleteUserTask,
  answer: null,
})

export const assignUserTask = operation({
  id: 'assignUserTask',
  method: 'post',
  path: `${path}/assignment`,
  tag,
  summary: 'Give a user task to a person',
  params,
  body: AssignUserTask,
  answer: null,
})

export const unassignUserTask = operation({
  id: 'unassignUserTask',
  method: 'delete',
  path: `${path}/assignee`,
  tag,
  summary: 'Give a user task back to its candidates',
  params,
  answer: null,
})

export const updateUserTask = operation({
  id: 'updateUserTask',
  method: 'patch',
  path,
  tag,
  summary: 'Change dates, candidates or priority of a user task',
  params,
  body: UpdateUserTask,
  answer: null,
})

export const getUserTaskForm = operation({
  id: 'getUserTaskForm',
  method: 'get',
  path: `${path}/form`,
  tag,
  summary: 'Get the form of a user task',
  params,
  answer: Form.nullable(),
})

export const searchUserTaskVariables = operation({
  id: 'searchUserTaskVariables',
  method: 'post',
  path: `${path}/variables/search`,
  tag,
  summary: 'Search the variables that a user task sees',
  params,
  query: TruncateQuery,
  body: searchBody(variableSortFields, filterOf({ name: StringFilter })),
  answer: VariableAnswer,
})
