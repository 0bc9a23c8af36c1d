import { DateTime } from 'luxon'
import {
  looksLikeCron,
  nextByCron,
  readWorkingDuration,
  type Turn,
  type WorkingCalendar,
  workingTurnAfter,
} from '../calendar/index.ts'
import type { CatchUp } from '../graph/catch-up.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Cycle, lastsFor, readCycle } from './cycle.ts'
import type { DueTime } from './due-time.ts'
import { named, tooFar } from './working-clock.ts'

/** What turns after the first are counted with. */
export interface TurnClock {
  readonly now: number
  readonly zone: string
  readonly calendar: (name: string) => WorkingCalendar | undefined
}

/** How much later than its time a turn may be handled before `skip` leaves it out. Milliseconds. */
const LATE = 60_000

/** A turn that is not to be fired any more. Only cycles have such: what happens once happens late. [TI7] */
export const isSkipped = ({ dueAt, cycle }: DueTime, catchUp: CatchUp, now: number): boolean =>
  catchUp === 'skip' && cycle !== null && now - dueAt > LATE

/**
 * The next turn of a cycle, or null when there is none. Turns are counted from the first one, so neither a late handling nor
 * a missing hour or day moves those after it. [TI2] Those that have passed by now are left out, unless all are to be caught
 * up with; they count as if they had fired. [TI6]
 */
export function nextDue(due: DueTime, catchUp: CatchUp, clock: TurnClock): Result<DueTime | null, string> {
  const { dueAt, repetitions, cycle } = due
  if (cycle === null || repetitions === 0) return ok(null)
  const moment = catchUp === 'all' ? dueAt : Math.max(dueAt, clock.now)
  if (looksLikeCron(cycle)) {
    const next = nextByCron(cycle, moment, clock.zone)
    return next.ok ? ok({ ...due, dueAt: next.value }) : next
  }
  const read = readCycle(cycle)
  if (!read.ok) return read
  const turn = turnAfter(read.value, dueAt, moment, clock)
  return turn.ok ? ok(turnOf(due, read.value, turn.value)) : turn
}

function turnOf({ repetitions, cycle }: DueTime, { end }: Cycle, { at, passed }: Turn): DueTime | null {
  const left = repetitions === -1 ? -1 : repetitions - 1 - passed
  if (repetitions !== -1 && left < 0) return null
  if (end !== null && at > Date.parse(end)) return null
  return { dueAt: at, repetitions: left, cycle }
}

/** The first turn later than `moment`, and how many lie between it and the turn `previous`. */
function turnAfter(
  { start, duration, calendar }: Cycle,
  previous: number,
  moment: number,
  clock: TurnClock,
): Result<Turn, string> {
  const from = Date.parse(start!) // `countedFrom` has put it in
  if (calendar === null) return ok(calendarTurnAfter(from, duration, previous, moment, clock.zone))
  const found = named(calendar, clock.calendar)
  if (!found.ok) return found
  const read = readWorkingDuration(duration)
  if (read === null) return fail(`expected a duration of working time, got '${duration}'`)
  const turn = workingTurnAfter(found.value.calendar, read, { start: from, previous, moment })
  return turn === null ? tooFar(duration, calendar) : ok(turn)
}

function calendarTurnAfter(
  from: number,
  duration: string,
  previous: number,
  moment: number,
  zone: string,
): Turn {
  const start = DateTime.fromMillis(from, { zone })
  const length = lastsFor(duration)
  const at = (count: number) => start.plus(length.mapUnits((amount) => amount * count)).toMillis()
  // Days, months and years vary in length, so the guess may be a few turns off.
  const after = (time: number) => {
    let turn = Math.max(1, Math.floor((time - from) / length.toMillis()))
    while (turn > 1 && at(turn - 1) > time) turn--
    while (at(turn) <= time) turn++
    return turn
  }
  const turn = after(moment)
  return { at: at(turn), passed: turn - after(previous) }
}
