import type { Key } from '../key.ts'
import type { StoreTransaction } from '../ports/store.ts'
import type { StepContext } from '../step/execution.ts'
import type { DefinitionCache } from './definition-cache.ts'
import type { LiveStates } from './large/live-states.ts'

/** What a transaction works with. */
export interface WorkContext {
  readonly tx: StoreTransaction
  readonly definitions: DefinitionCache
  /** What is not in `definitions` is not deployed: they were read for this very command. */
  readonly definitionsAreFresh: boolean
  readonly liveStates: LiveStates
  readonly nextKey: () => Key
  readonly now: number
  readonly zone: string
  readonly calendar: StepContext['calendar']
  readonly by: string
}
