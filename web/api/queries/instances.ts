import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  InstanceDetail,
  InstanceList,
  InstanceRow,
  InstanceState,
  TimelineEntry,
} from '../../../api/contract/index.ts'
import { queryText, request } from '../request.ts'
import { queryKeys } from './keys.ts'

export interface InstanceFilter {
  readonly process?: string | undefined
  readonly state?: InstanceState | undefined
  readonly incident?: 'true' | 'false' | undefined
  readonly search?: string | undefined
}

export const instancesQuery = (filter: InstanceFilter) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.instances, filter],
    queryFn: ({ signal, pageParam }) =>
      request<InstanceList>(`/api/instances${queryText({ ...filter, limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const instanceQuery = (key: string) =>
  queryOptions({
    queryKey: queryKeys.instance(key),
    queryFn: ({ signal }) => request<InstanceDetail>(`/api/instances/${key}`, { signal }),
  })

export const timelineQuery = (key: string) =>
  queryOptions({
    queryKey: queryKeys.timeline(key),
    queryFn: ({ signal }) => request<TimelineEntry[]>(`/api/instances/${key}/timeline`, { signal }),
  })

export const cancelInstance = (key: string) =>
  request<null>(`/api/instances/${key}/cancel`, { method: 'POST' })

export const suspendInstance = (key: string) =>
  request<InstanceRow>(`/api/instances/${key}/suspend`, { method: 'POST' })

export const resumeInstance = (key: string) =>
  request<InstanceRow>(`/api/instances/${key}/resume`, { method: 'POST' })

export const resolveIncident = (key: string) =>
  request<null>(`/api/incidents/${key}/resolve`, { method: 'POST', body: { retries: 1 } })
