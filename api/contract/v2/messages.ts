import { z } from 'zod'
import { Values } from '../primitives.ts'
import { Long, Name, OnlyTenant, TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'

const tag = 'Message'

const message = {
  name: Name,
  /** Empty: for message start events, and where the diagrams find their correlation keys in the variables. */
  correlationKey: z.string().max(255).default(''),
  variables: Values.nullish(),
  tenantId: OnlyTenant,
}

export const publishMessage = operation({
  id: 'publishMessage',
  method: 'post',
  path: '/messages/publication',
  tag,
  summary: 'Publish a message; it is kept for its time to live when nobody waits for it',
  body: z.object({
    ...message,
    /** Milliseconds. */
    timeToLive: Long.pipe(z.number().min(0)).prefault(0),
    messageId: z.string().max(255).default(''),
  }),
  answer: z.object({ tenantId: TenantId, messageKey: V2Key }).meta({ id: 'V2PublishedMessage' }),
})

export const correlateMessage = operation({
  id: 'correlateMessage',
  method: 'post',
  path: '/messages/correlation',
  tag,
  summary: 'Deliver a message now, or learn that nobody waits for it',
  body: z.object(message),
  answer: z
    .object({ tenantId: TenantId, messageKey: V2Key, processInstanceKey: V2Key })
    .meta({ id: 'V2CorrelatedMessage' }),
})
