import { z } from 'zod'
import { DateTimeFilter, enumFilter, filterOf, KeyFilter, StringFilter } from './filter.ts'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

/** The contract's list; a subscription is there as long as it waits. */
export const subscriptionStates = ['CORRELATED', 'CREATED', 'DELETED', 'MIGRATED'] as const

export const MessageSubscription = z
  .object({
    messageSubscriptionKey: V2Key,
    processDefinitionId: z.string(),
    processDefinitionKey: V2Key,
    processInstanceKey: V2Key,
    elementId: z.string(),
    elementInstanceKey: V2Key,
    messageSubscriptionState: z.enum(subscriptionStates),
    messageName: z.string(),
    correlationKey: z.string(),
    tenantId: TenantId,
  })
  .meta({ id: 'V2MessageSubscription' })
export type MessageSubscription = z.infer<typeof MessageSubscription>

export const MessageSubscriptionFilter = filterOf({
  messageSubscriptionKey: KeyFilter,
  processDefinitionId: StringFilter,
  processInstanceKey: KeyFilter,
  elementId: StringFilter,
  elementInstanceKey: KeyFilter,
  messageSubscriptionState: enumFilter(subscriptionStates),
  lastUpdatedDate: DateTimeFilter,
  messageName: StringFilter,
  correlationKey: StringFilter,
  tenantId: StringFilter,
})
export type MessageSubscriptionFilter = z.infer<typeof MessageSubscriptionFilter>

export const messageSubscriptionSortFields = [
  'messageSubscriptionKey',
  'processDefinitionId',
  'processInstanceKey',
  'elementId',
  'elementInstanceKey',
  'messageSubscriptionState',
  'lastUpdatedDate',
  'messageName',
  'correlationKey',
  'tenantId',
] as const

export const searchMessageSubscriptions = operation({
  id: 'searchMessageSubscriptions',
  method: 'post',
  path: '/message-subscriptions/search',
  tag: 'Message subscription',
  summary: 'Search who waits for a message',
  body: searchBody(messageSubscriptionSortFields, MessageSubscriptionFilter),
  answer: searchAnswer(MessageSubscription),
})
