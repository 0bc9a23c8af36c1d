import type { Authenticate } from '../http/mount-routes.ts'
import type { Services } from '../services.ts'

/** What the routes of `/v2` need from the server around them. */
export interface V2Dependencies extends Pick<Services, 'engine' | 'directory' | 'now'> {
  readonly authenticate: Authenticate
  /** Tests: an answer that is not as its schema says is a bug (500). */
  readonly checkAnswers: boolean
  /** The server's own long poll and wait for completion, milliseconds; 10,000 unless said. */
  readonly longPoll?: number
}

export const LONG_POLL = 10_000
