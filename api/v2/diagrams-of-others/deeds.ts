import type { CamundaClient } from '@camunda8/orchestration-cluster-api'
import type { ServedCompany } from '../testing/served-company.ts'
import type { Way } from './way.ts'

/** Who drives, what, and what was done so far. */
export interface Driving {
  readonly company: ServedCompany
  /** A designer: deploys, starts, works jobs and repairs. */
  readonly designer: CamundaClient
  /** A person of staff: completes tasks as their forms have it. */
  readonly staff: CamundaClient
  readonly way: Way
  readonly deeds: string[]
}

/** Does what can be done now of its kind; true when it did something. */
export type Deed = (driving: Driving) => Promise<boolean>

export const ACTIVE = { filter: { state: 'ACTIVE' } } as const
