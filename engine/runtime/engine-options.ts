import type { WorkingCalendar } from '../calendar/index.ts'
import type { Handlers } from '../ports/handlers.ts'
import type { EngineStore } from '../ports/store.ts'
import type { Problem } from '../problem.ts'
import type { Parse } from './parsing/worker-parser.ts'

export interface EngineOptions {
  readonly store: EngineStore
  /** By job type; what has none is a job for an external worker. */
  readonly handlers: Handlers
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** IANA time zone in which diagrams mean local dates; read anew at every transaction, so it may be a getter. */
  readonly zone: string
  /**
   * Working calendar of a name: `company`, a unit's id, `user:` and a login name. At once, so from what is in memory; left
   * out, there are none and working time is an incident.
   */
  readonly calendar?: (name: string) => WorkingCalendar | undefined
  /** Checks a form's schema at deployment; the form language itself is no part of the engine. */
  readonly checkForm: (schema: unknown) => readonly Problem[]
  /** Reads a BPMN file, in this thread when left out; the server gives a `WorkerParser`'s. */
  readonly parse?: Parse
  /** Told of defects and of work that failed in the background; must not throw. */
  readonly onFault: (fault: Fault) => void
}

export interface Fault {
  /** What was being done, e.g. "fire timer 4711". */
  readonly doing: string
  readonly error: unknown
}
