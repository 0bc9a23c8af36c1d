import type { EngineStore } from '../../engine/ports/store.ts'

/** Where a scenario's rows live. */
export interface Place {
  /** The store, open and empty. */
  begin(): Promise<EngineStore>
  /** As after a restart of the program: the store of the same rows, through new connections. */
  reopen(): Promise<EngineStore>
  end(): Promise<void>
  /** Takes away what was made for all scenarios. */
  remove(): Promise<void>
}
