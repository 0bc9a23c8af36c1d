import type { Machine } from '../machine.ts'
import { parseDuration } from '../values/at-literal.ts'
import type { DaysTimeDuration } from '../values/days-time-duration.ts'
import { FeelDate, parseDate } from '../values/feel-date.ts'
import { FeelDateTime, parseDateTime } from '../values/feel-date-time.ts'
import { FeelTime, NANOS_PER_SECOND, parseTime } from '../values/feel-time.ts'
import { payForZone } from '../values/pay-for-zone.ts'
import { YearsMonthsDuration } from '../values/years-months-duration.ts'
import { namedZone, UTC, ZONE_STEPS, type Zone } from '../values/zone.ts'
import { define, takes } from './define.ts'
import { date, dateTime, day, daysTime, nullable, number, text, time } from './parameters.ts'

function timeOf(
  hour: number,
  minute: number,
  second: number,
  offset: DaysTimeDuration | null | undefined,
): FeelTime | null {
  const whole = Math.floor(second)
  const nano = Math.round((second - whole) * NANOS_PER_SECOND)
  const zone: Zone | null = offset == null ? null : { kind: 'offset', seconds: offset.totalSeconds }
  return FeelTime.of(hour, minute, whole, nano, zone)
}

/** A date alone is its midnight. */
function dateTimeFromText(from: string): FeelDateTime | null {
  const midnight = FeelTime.ofSeconds(0, 0, null)
  const onlyDate = parseDate(from)
  return onlyDate === null ? parseDateTime(from) : new FeelDateTime(onlyDate, midnight)
}

/** Whole months from one day to another, towards zero. */
function monthsBetween(from: FeelDate, to: FeelDate): YearsMonthsDuration | null {
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  const short = months > 0 && to.day < from.day ? -1 : months < 0 && to.day > from.day ? 1 : 0
  return YearsMonthsDuration.of(months + short)
}

/** Reading a text takes a few patterns; one with a named zone also costs the look-up of that zone. */
function paid(machine: Machine, from: string): string {
  machine.spend(READING_STEPS + (from.includes('@') ? ZONE_STEPS : 0))
  return from
}

const READING_STEPS = 30

export const temporalBuiltins = [
  define(
    'date',
    takes([text('from')], (machine, from) => parseDate(paid(machine, from))),
    takes([day('from')], (_machine, from) => from),
    takes([number('year'), number('month'), number('day')], (_machine, y, m, d) => FeelDate.of(y, m, d)),
  ),
  define(
    'time',
    takes([text('from')], (machine, from) => parseTime(paid(machine, from))),
    takes([time('from')], (_machine, from) => from),
    takes([dateTime('from')], (_machine, from) => from.time),
    takes([date('from')], () => FeelTime.ofSeconds(0, 0, UTC)),
    takes(
      [number('hour'), number('minute'), number('second'), nullable(daysTime('offset'))],
      (_machine, hour, minute, second, offset) => timeOf(hour, minute, second, offset),
    ),
  ),
  define(
    'date and time',
    takes([text('from')], (machine, from) => dateTimeFromText(paid(machine, from))),
    takes([dateTime('from')], (_machine, from) => from),
    takes([day('date'), time('time')], (machine, onDay, at) =>
      payForZone(machine, new FeelDateTime(onDay, at)),
    ),
    takes([dateTime('from'), text('timezone')], (machine, from, zone) => inZone(machine, from, zone)),
  ),
  define(
    'duration',
    takes([text('from')], (machine, from) => parseDuration(paid(machine, from))),
  ),
  define(
    'years and months duration',
    takes([day('from'), day('to')], (_machine, from, to) => monthsBetween(from, to)),
  ),
]

/** The same instant on the wall clock of another zone. */
function inZone(machine: Machine, from: FeelDateTime, zone: string): FeelDateTime | null {
  machine.spend(ZONE_STEPS)
  const target = namedZone(zone)
  return target === null ? null : FeelDateTime.ofEpochMs(from.epochMsIn(UTC), target)
}
