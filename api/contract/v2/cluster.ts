import { z } from 'zod'
import { TenantId } from './key.ts'
import { operation } from './operation.ts'

const Partition = z.object({
  partitionId: z.number().int(),
  role: z.enum(['leader', 'follower', 'inactive']),
  health: z.enum(['healthy', 'unhealthy', 'dead']),
})

export const Topology = z
  .object({
    brokers: z.array(
      z.object({
        nodeId: z.number().int(),
        host: z.string(),
        port: z.number().int(),
        partitions: z.array(Partition),
        version: z.string(),
      }),
    ),
    clusterSize: z.number().int(),
    partitionsCount: z.number().int(),
    replicationFactor: z.number().int(),
    gatewayVersion: z.string(),
    lastCompletedChangeId: z.string(),
  })
  .meta({ id: 'V2Topology' })
export type Topology = z.infer<typeof Topology>

export const getTopology = operation({
  id: 'getTopology',
  method: 'get',
  path: '/topology',
  tag: 'Cluster',
  summary: 'Say what answers here, in the words of a cluster',
  answer: Topology,
})

export const getStatus = operation({
  id: 'getStatus',
  method: 'get',
  path: '/status',
  tag: 'Cluster',
  summary: 'Answer when commands can be taken',
  answer: null,
})

export const CurrentUser = z
  .object({
    username: z.string().nullable(),
    displayName: z.string().nullable(),
    email: z.string().nullable(),
    authorizedComponents: z.array(z.string()),
    tenants: z.array(z.object({ name: z.string(), tenantId: TenantId })),
    groups: z.array(z.string()),
    roles: z.array(z.string()),
    salesPlanType: z.string(),
    c8Links: z.record(z.string(), z.string()),
    canLogout: z.boolean(),
  })
  .meta({ id: 'V2CurrentUser' })
export type CurrentUser = z.infer<typeof CurrentUser>

export const getAuthentication = operation({
  id: 'getAuthentication',
  method: 'get',
  path: '/authentication/me',
  tag: 'Authentication',
  summary: 'Say who the caller is',
  answer: CurrentUser,
})
