import type { Variables } from '../../engine/json.ts'
import { orderProcess } from './order-process.ts'
import { votesProcess, votesVariables } from './votes-process.ts'

/** What a working node works on. */
export interface Workload {
  readonly xml: string
  readonly variables: Variables
  /** Part of its commands that start an instance. */
  readonly starts: number
}

/** By process id. */
export const workloads = {
  order: { xml: orderProcess, variables: { more: false }, starts: 0.1 },
  /** Each instance is large and has hundreds of tasks. */
  votes: { xml: votesProcess, variables: votesVariables, starts: 0.002 },
} satisfies Record<string, Workload>

export type WorkloadName = keyof typeof workloads
