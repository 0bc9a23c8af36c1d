import { queryOptions } from '@tanstack/react-query'
import type { ActivityBegun, Offer, OfferList } from '../../../api/contract/index.ts'
import { request } from '../request.ts'
import { queryKeys } from './keys.ts'

/** Cases in which I may choose what is done next; the oldest first. */
export const offersQuery = (limit: number) =>
  queryOptions({
    queryKey: [...queryKeys.offers, 'inbox', limit],
    queryFn: ({ signal }) => request<OfferList>(`/api/inbox/offers?limit=${limit}`, { signal }),
    placeholderData: (earlier) => earlier,
  })

export const offersOfQuery = (instanceKey: string) =>
  queryOptions({
    queryKey: queryKeys.offersOf(instanceKey),
    queryFn: ({ signal }) => request<Offer[]>(`/api/instances/${instanceKey}/offers`, { signal }),
  })

/** `idempotencyKey` is made once per click, so that a retry after a lost connection begins nothing twice. */
export const beginActivity = (key: string, elementId: string, idempotencyKey: string) =>
  request<ActivityBegun>(`/api/offers/${key}/begin`, { method: 'POST', body: { elementId }, idempotencyKey })

export const finishOffer = (key: string) => request<null>(`/api/offers/${key}/finish`, { method: 'POST' })
