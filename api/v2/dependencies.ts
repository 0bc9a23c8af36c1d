import type { Services } from '../services.ts'

/** What the routes of `/v2` need. */
export interface V2Dependencies extends Services {
  /** Tests: an answer that is not as its schema says is a bug (500). */
  readonly checkAnswers?: boolean
  /** The server's own long poll and wait for completion, milliseconds; 10,000 unless said. */
  readonly longPoll?: number
}

export const LONG_POLL = 10_000
