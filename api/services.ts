import type { Database } from '../db/connection/open-database.ts'
import type { Reading } from '../db/records/reading.ts'
import type { Engine } from '../engine/runtime/engine.ts'
import type { CurrentPeople } from './auth/current-people.ts'
import type { Log } from './log.ts'
import type { Directory } from './presenters/directory.ts'

/** What routes work with; `main.ts` makes it once. */
export interface Services {
  readonly engine: Engine
  readonly database: Database
  /** Reads records as last committed. */
  readonly reading: Reading
  readonly people: CurrentPeople
  /** Names of people and groups. */
  readonly directory: Directory
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
}
