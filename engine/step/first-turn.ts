import { meansWorkingTime, nextWorkingMoment, readWorkingDuration, waysOf } from '../calendar/index.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Cycle, countedFrom, readCycle } from './cycle.ts'
import type { DueTime } from './due-time.ts'
import { type Clock, readDate, readDuration } from './read-moment.ts'
import { tooFar } from './working-clock.ts'

/** The moment from which the turns of a cycle are counted, and its interval as it is kept. */
interface Counting {
  readonly from: number
  readonly interval: string
}

/** The first turn of a cycle `R[n]/[start/]duration[/end]`: one duration after now, or at its start. [TI1] */
export function firstTurn(text: string, clock: Clock): Result<DueTime, string> {
  const read = readCycle(text)
  if (!read.ok) return read
  const cycle = read.value
  const counting = countingOf(cycle, clock)
  if (!counting.ok) return counting
  const { from, interval } = counting.value
  const next = readDuration(cycle.duration, from, clock)
  if (!next.ok) return next
  if (next.value <= from) return fail(`expected a cycle that advances, got '${text}'`)
  const last = cycle.end === null ? ok(null) : readDate(cycle.end, clock.zone)
  if (!last.ok) return last
  const dueAt = cycle.start === null ? next.value : from
  if (last.value !== null && dueAt > last.value)
    return fail(`expected a cycle whose end is after its first turn, got '${text}'`)
  return ok({
    dueAt,
    repetitions: cycle.count === -1 ? -1 : cycle.count - 1,
    cycle: countedFrom(from, interval, last.value),
  })
}

function countingOf({ start, duration }: Cycle, clock: Clock): Result<Counting, string> {
  const from = start === null ? ok(clock.now) : readDate(start, clock.zone)
  if (!from.ok) return from
  return meansWorkingTime(duration)
    ? workingCounting(duration, from.value, clock)
    : ok({ from: from.value, interval: duration })
}

/** Turns in working time begin with a moment of it, and go on by the calendar that they began with. [BT4] */
function workingCounting(duration: string, start: number, clock: Clock): Result<Counting, string> {
  const read = readWorkingDuration(duration)
  if (read === null || waysOf(read).length !== 1)
    return fail(
      `expected a cycle of weeks and months (BP1W), of working days (BP2D) or of working time (BPT4H), got '${duration}'`,
    )
  const found = clock.calendar()
  if (!found.ok) return found
  const { name, calendar } = found.value
  const from = nextWorkingMoment(calendar, start)
  return from === null ? tooFar(duration, name) : ok({ from, interval: `${duration}@${name}` })
}
