import { z } from 'zod'
import { Values } from '../primitives.ts'
import { Name, OnlyTenant, TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'

export const broadcastSignal = operation({
  id: 'broadcastSignal',
  method: 'post',
  path: '/signals/broadcast',
  tag: 'Signal',
  summary: 'Tell everybody who waits for a signal, and start every process that begins with it',
  body: z.object({ signalName: Name, variables: Values.nullish(), tenantId: OnlyTenant }),
  answer: z.object({ tenantId: TenantId, signalKey: V2Key }).meta({ id: 'V2BroadcastSignal' }),
})
