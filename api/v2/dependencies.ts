import type { Services } from '../services.ts'

/** What the routes of `/v2` need. */
export interface V2Dependencies extends Services {
  /** Tests: an answer that is not as its schema says is a bug (500). */
  readonly checkAnswers?: boolean
}

/** The server's own long poll for jobs and wait for an instance's end, milliseconds. */
export const LONG_POLL = 10_000
