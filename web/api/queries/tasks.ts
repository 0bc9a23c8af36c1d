import { queryOptions } from '@tanstack/react-query'
import type {
  CompleteTask,
  DraftSaved,
  TaskCompleted,
  TaskDetail,
  TaskRow,
  Values,
} from '../../../api/contract/index.ts'
import { request } from '../request.ts'
import { queryKeys } from './keys.ts'

export const taskQuery = (key: string) =>
  queryOptions({
    queryKey: queryKeys.task(key),
    queryFn: ({ signal }) => request<TaskDetail>(`/api/tasks/${key}`, { signal }),
  })

export const claimTask = (key: string) => request<TaskRow>(`/api/tasks/${key}/claim`, { method: 'POST' })
export const releaseTask = (key: string) => request<TaskRow>(`/api/tasks/${key}/release`, { method: 'POST' })
export const assignTask = (key: string, user: string) =>
  request<TaskRow>(`/api/tasks/${key}/assign`, { method: 'POST', body: { user } })

export const delegateTask = (key: string, user: string) =>
  request<TaskRow>(`/api/tasks/${key}/delegate`, { method: 'POST', body: { user } })
export const resolveTask = (key: string) => request<TaskRow>(`/api/tasks/${key}/resolve`, { method: 'POST' })
/** `at` ISO text, UTC; null: it is not put off. */
export const putOffTask = (key: string, at: string | null) =>
  request<TaskRow>(`/api/tasks/${key}/follow-up`, { method: 'PUT', body: { at } })

/** `idempotencyKey` is made once per click, so that a retry after a lost connection completes nothing twice. */
export const completeTask = (key: string, body: CompleteTask, idempotencyKey: string) =>
  request<TaskCompleted>(`/api/tasks/${key}/complete`, { method: 'POST', body, idempotencyKey })

export const saveDraft = (key: string, values: Values) =>
  request<DraftSaved>(`/api/tasks/${key}/draft`, { method: 'PUT', body: { values } })
