import type { ProcessGraph } from '../graph/process-graph.ts'
import type { Key } from '../key.ts'
import type { Rows } from '../ports/rows.ts'
import type { EngineEvent } from '../state/event.ts'
import type { InstanceState } from '../state/instance-state.ts'
import type { LiveState } from './large/live-states.ts'

export type InstanceRow = Rows['instances']

/** An instance that this transaction touches. */
export interface Loaded {
  readonly key: Key
  /** These two change when it is migrated. */
  graph: ProcessGraph
  definition: Rows['processDefinitions']
  readonly state: InstanceState
  /** As it was loaded; null for one that this transaction creates. */
  readonly row: InstanceRow | null
  readonly startedBy: string
  readonly events: EngineEvent[]
  /** Of a large instance: its state as it was taken, then as it was saved. */
  live: LiveState | null
}

export const revisionAfter = ({ row }: Loaded): number => (row?.revision ?? 0) + 1
