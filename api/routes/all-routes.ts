import type { KeyObject } from 'node:crypto'
import type { FailedTries } from '../auth/failed-tries.ts'
import type { CompanyZone } from '../company-zone.ts'
import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import type { WorkingCalendars } from '../working-calendars.ts'
import { authRoutes } from './auth-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { conditionRoutes } from './condition-routes.ts'
import { definitionRoutes } from './definition-routes.ts'
import { deletionRoutes } from './deletion-routes.ts'
import { deploymentRoutes } from './deployment-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { incidentRoutes } from './incident-routes.ts'
import { instanceRoutes } from './instance-routes.ts'
import { lookupRoutes } from './lookup-routes.ts'
import { meRoutes } from './me-routes.ts'
import { migrationPlanRoutes } from './migration-plan-routes.ts'
import { offerRoutes } from './offer-routes.ts'
import { operationRoutes } from './operation-routes.ts'
import { opportunityRoutes } from './opportunity-routes.ts'
import { partyRoutes } from './party-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { processRoutes } from './process-routes.ts'
import { productRoutes } from './product-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { startRoutes } from './start-routes.ts'
import { taskAssignmentRoutes } from './task-assignment-routes.ts'
import { taskDelegationRoutes } from './task-delegation-routes.ts'
import { taskFollowUpRoutes } from './task-follow-up-routes.ts'
import { taskRoutes } from './task-routes.ts'

interface Needs {
  readonly key: KeyObject
  readonly tries: FailedTries
  readonly zone?: CompanyZone | undefined
  readonly calendars?: WorkingCalendars | undefined
  readonly isReady: () => Promise<boolean>
}

/** Every route outside of /v2. What is not in here is not served. */
export const allRoutes = (services: Services, needs: Needs): Route[] => [
  ...healthRoutes(needs.isReady),
  ...authRoutes(services, needs),
  ...meRoutes(services),
  ...setupRoutes(services, needs.zone),
  ...peopleRoutes(services),
  ...calendarRoutes(services, needs.calendars),
  ...offerRoutes(services),
  ...inboxRoutes(services),
  ...taskRoutes(services),
  ...taskAssignmentRoutes(services),
  ...taskDelegationRoutes(services),
  ...taskFollowUpRoutes(services),
  ...instanceRoutes(services),
  ...operationRoutes(services),
  ...deletionRoutes(services),
  ...migrationPlanRoutes(services, needs.calendars),
  ...incidentRoutes(services),
  ...conditionRoutes(services),
  ...processRoutes(services),
  ...definitionRoutes(services),
  ...startRoutes(services),
  ...deploymentRoutes(services),
  ...partyRoutes(services),
  ...productRoutes(services),
  ...opportunityRoutes(services),
  ...lookupRoutes(services),
]
