import type { Database } from '../db/connection/open-database.ts'
import type { Viewer } from '../db/records/access/viewer.ts'
import type { Company } from '../db/records/company/company.ts'
import type { Reading } from '../db/records/reading.ts'
import type { Engine } from '../engine/runtime/engine.ts'
import type { CurrentPeople } from './auth/current-people.ts'
import type { BatchRunner } from './batches/batch-runner.ts'
import type { Log } from './log.ts'
import type { Directory } from './presenters/directory.ts'

/** What routes work with; `main.ts` makes it once. */
export interface Services {
  readonly engine: Engine
  readonly database: Database
  /** Reads records as last committed. */
  readonly reading: Reading
  readonly people: CurrentPeople
  /** With whose eyes a person sees records; at most 2.5 s old. */
  readonly viewer: (person: string) => Promise<Viewer>
  /** Null while the company is empty. */
  readonly company: () => Promise<Company | null>
  /** Names of people and groups. */
  readonly directory: Directory
  /** Works batch operations; begins when the server starts. */
  readonly batches: BatchRunner
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
}
