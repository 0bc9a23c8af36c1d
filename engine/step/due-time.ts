import { looksLikeCron, nextByCron } from '../calendar/index.ts'
import type { TimerDefinition } from '../graph/process-graph.ts'
import { ok, type Result } from '../result.ts'
import { firstTurn } from './first-turn.ts'
import { type Clock, readDate, readDuration } from './read-moment.ts'

export interface DueTime {
  /** Epoch milliseconds. */
  readonly dueAt: number
  /** Firings left after this one; -1 for without end. */
  readonly repetitions: number
  /** The cycle this is a turn of, with the moment from which its turns are counted; null for a single firing. */
  readonly cycle: string | null
}

/**
 * When a timer fires first. Days have 23 or 25 hours where the clocks change. A cycle `R[n]/[start/]duration[/end]` fires n
 * times and not after its end: first one duration after now, or at its start [TI1]; one of a cron pattern when that comes
 * after now [TI5].
 */
export function firstDue(kind: TimerDefinition['kind'], text: string, clock: Clock): Result<DueTime, string> {
  if (kind === 'date') return once(readDate(text, clock.zone))
  if (kind === 'duration') return once(readDuration(text, clock.now, clock))
  return looksLikeCron(text) ? firstByCron(text.trim(), clock) : firstTurn(text, clock)
}

function firstByCron(cycle: string, { now, zone }: Clock): Result<DueTime, string> {
  const next = nextByCron(cycle, now, zone)
  return next.ok ? ok({ dueAt: next.value, repetitions: -1, cycle }) : next
}

const once = (due: Result<number, string>): Result<DueTime, string> =>
  due.ok ? ok({ dueAt: due.value, repetitions: 0, cycle: null }) : due
