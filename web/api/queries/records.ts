import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  OpportunityDetail,
  OpportunityList,
  PartyDetail,
  PartyList,
  Product,
  ProductList,
} from '../../../api/contract/index.ts'
import { queryText, request } from '../request.ts'
import { queryKeys } from './keys.ts'

export interface RecordFilter {
  readonly search?: string | undefined
  readonly stage?: string | undefined
  readonly owner?: string | undefined
  readonly party?: string | undefined
}

const listQuery = <List extends { next: string | null }>(kind: string, filter: RecordFilter) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.records, kind, filter],
    queryFn: ({ signal, pageParam }) =>
      request<List>(`/api/records/${kind}${queryText({ ...filter, limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

const recordQuery = <Detail>(kind: string, collection: string, id: string) =>
  queryOptions({
    queryKey: queryKeys.record(kind, id),
    queryFn: ({ signal }) => request<Detail>(`/api/records/${collection}/${id}`, { signal }),
  })

export const opportunitiesQuery = (filter: RecordFilter) =>
  listQuery<OpportunityList>('opportunities', filter)
export const partiesQuery = (filter: RecordFilter) => listQuery<PartyList>('parties', filter)
export const productsQuery = (filter: RecordFilter) => listQuery<ProductList>('products', filter)

export const opportunityQuery = (id: string) =>
  recordQuery<OpportunityDetail>('opportunity', 'opportunities', id)
export const partyQuery = (id: string) => recordQuery<PartyDetail>('party', 'parties', id)
export const productQuery = (id: string) => recordQuery<Product>('product', 'products', id)
