import { queryOptions } from '@tanstack/react-query'
import type { LookupKind, LookupList } from '../../../api/contract/index.ts'
import { queryText, request } from '../request.ts'
import { queryKeys } from './keys.ts'

const minute = 60_000

export interface LookupFilter {
  readonly search?: string
  readonly party?: string
  readonly value?: string
}

export const lookupQuery = (kind: LookupKind, filter: LookupFilter) =>
  queryOptions({
    queryKey: [...queryKeys.lookup(kind), filter],
    queryFn: ({ signal }) =>
      request<LookupList>(`/api/lookup/${kind}${queryText({ ...filter })}`, { signal }),
    staleTime: minute,
  })
