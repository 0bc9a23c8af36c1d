import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InboxCounts, InboxView, TaskList } from '../../../api/contract/index.ts'
import { queryText, request } from '../request.ts'
import { queryKeys } from './keys.ts'

export interface InboxFilter {
  readonly sort?: 'due' | 'priority' | 'created' | undefined
  readonly order?: 'asc' | 'desc' | undefined
  readonly search?: string | undefined
  readonly process?: string | undefined
}

export const countsQuery = queryOptions({
  queryKey: queryKeys.counts,
  queryFn: ({ signal }) => request<InboxCounts>('/api/inbox/counts', { signal }),
})

export const inboxQuery = (view: InboxView, filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.inbox, view, filter],
    queryFn: ({ signal, pageParam }) =>
      request<TaskList>(`/api/inbox/${view}${queryText({ ...filter, limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
