import type { Identity } from '../../auth/identity.ts'
import {
  type CurrentUser,
  getAuthentication,
  getStatus,
  getTopology,
  type Topology,
} from '../../contract/v2/cluster.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import type { Route } from '../../http/route.ts'
import { may } from '../../policies/may.ts'
import { permissionsOf } from '../../policies/permissions.ts'
import { serve } from '../serve.ts'

/** The contract whose words are spoken here. */
const CONTRACT_VERSION = '8.8.0'

/** One healthy node: nodes share the database and need not know each other. */
const topologyAt = (host: string, port: number): Topology => ({
  brokers: [
    {
      nodeId: 0,
      host,
      port,
      partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
      version: CONTRACT_VERSION,
    },
  ],
  clusterSize: 1,
  partitionsCount: 1,
  replicationFactor: 1,
  gatewayVersion: CONTRACT_VERSION,
  lastCompletedChangeId: '-1',
})

const currentUser = (person: Identity): CurrentUser => ({
  username: person.id,
  displayName: person.name,
  email: person.email,
  authorizedComponents: permissionsOf(person.roles).length === 0 ? [] : componentsOf(person),
  tenants: [{ name: 'Default', tenantId: DEFAULT_TENANT }],
  groups: [...person.groups],
  roles: [...person.roles],
  salesPlanType: '',
  c8Links: {},
  canLogout: true,
})

const componentsOf = (person: Identity): string[] => [
  ...(may(person, 'inbox.use') ? ['tasklist'] : []),
  ...(may(person, 'incident.resolve') ? ['operate'] : []),
]

/** What answers here, and who asks. */
export const clusterRoutes = (): Route[] => [
  serve(getTopology, 'signed-in', async ({ request }) =>
    topologyAt(request.hostname, request.socket.localPort ?? 0),
  ),
  serve(getStatus, 'signed-in', async () => undefined),
  serve(getAuthentication, 'signed-in', async ({ person }) => currentUser(person)),
]
