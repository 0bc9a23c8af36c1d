import { existsSync, readFileSync } from 'node:fs'

/** Milliseconds since some moment. */
export type Clock = () => number

export const wallClock: Clock = () => performance.now()

/** Linux: nanoseconds that this thread has been on a processor. */
const ON_PROCESSOR = '/proc/thread-self/schedstat'

/**
 * Time that this thread has really worked. On a machine shared with others it says what something costs, where the wall
 * clock says mostly what the others do. Elsewhere than on Linux it is the wall clock.
 */
export const processorClock: Clock = existsSync(ON_PROCESSOR)
  ? () => Number(readFileSync(ON_PROCESSOR, 'utf8').split(' ')[0]) / 1e6
  : wallClock
