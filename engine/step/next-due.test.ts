import type { CatchUp } from '../graph/catch-up.ts'
import { fail, ok } from '../result.ts'
import { testCalendar } from '../testing/test-calendar.ts'
import { type DueTime, firstDue } from './due-time.ts'
import { isSkipped, nextDue } from './next-due.ts'

const calendars: Record<string, ReturnType<typeof testCalendar>> = {
  office: testCalendar(),
  tehran: testCalendar({ zone: 'Asia/Tehran' }),
}
const at = (iso: string) => Date.parse(iso)
const shown = (moment: number) => new Date(moment).toISOString().replace(':00.000Z', 'Z')

/** The cycle as it is opened at `now`, counted by the calendar `office`. */
function opened(cycle: string, now: string, zone = 'UTC', name = 'office'): DueTime {
  const calendar = calendars[name]
  const find = () => (calendar ? ok({ name, calendar }) : fail('there is none'))
  const first = firstDue('cycle', cycle, { now: at(now), zone, calendar: find })
  if (!first.ok) throw new Error(first.error)
  return first.value
}

function following(due: DueTime, catchUp: CatchUp, now: number, zone = 'UTC'): DueTime | null {
  const next = nextDue(due, catchUp, { now, zone, calendar: (name) => calendars[name] })
  if (!next.ok) throw new Error(next.error)
  return next.value
}

/** Turns that are each handled at their time. */
function turns(cycle: string, now: string, count: number, zone?: string): string[] {
  const found: string[] = []
  for (
    let due: DueTime | null = opened(cycle, now, zone);
    due && found.length < count;
    due = following(due, 'once', due.dueAt, zone)
  )
    found.push(shown(due.dueAt))
  return found
}

describe('[BT4] cycles in working time', () => {
  test.each([
    ['R/BP1D', '2026-01-08T10:00:00Z', ['2026-01-09T10:00Z', '2026-01-12T10:00Z', '2026-01-13T10:00Z']],
    ['R/BP2D', '2026-01-08T10:00:00Z', ['2026-01-12T10:00Z', '2026-01-14T10:00Z', '2026-01-16T10:00Z']],
    ['R/BPT6H', '2026-01-08T10:00:00Z', ['2026-01-08T16:00Z', '2026-01-09T14:00Z', '2026-01-12T12:00Z']],
    ['R/BPT8H', '2026-01-08T09:00:00Z', ['2026-01-08T17:00Z', '2026-01-09T17:00Z', '2026-01-12T17:00Z']],
    ['R/BP1W', '2026-01-10T10:00:00Z', ['2026-01-19T09:00Z', '2026-01-26T09:00Z', '2026-02-02T09:00Z']],
    [
      'R/2026-01-10/BP1D',
      '2026-01-08T10:00:00Z',
      ['2026-01-12T09:00Z', '2026-01-13T09:00Z', '2026-01-14T09:00Z'],
    ],
  ])('%s from %s', (cycle, now, expected) => expect(turns(cycle, now, 3)).toEqual(expected))

  test('R2 and an end hold as for other cycles', () => {
    expect(turns('R2/BP1D', '2026-01-08T10:00:00Z', 9)).toHaveLength(2)
    expect(turns('R/BP1D/2026-01-13T00:00:00Z', '2026-01-08T10:00:00Z', 9)).toHaveLength(2)
  })

  test('the turn of a short day does not move those after it', () => {
    calendars.short = testCalendar({
      days: [{ date: '2026-01-09', name: 'short', hours: [['09:00', '12:00']] }],
    })
    const first = opened('R/BP1D', '2026-01-08T15:00:00Z', 'UTC', 'short')
    expect(shown(first.dueAt)).toBe('2026-01-09T12:00Z')
    expect(shown(following(first, 'once', first.dueAt)!.dueAt)).toBe('2026-01-12T15:00Z')
  })

  test('days of the calendar’s zone keep the time on its wall', () => {
    const first = opened('R/BP1D', '2021-03-18T06:30:00Z', 'Europe/Berlin', 'tehran')
    expect(shown(first.dueAt)).toBe('2021-03-19T06:30Z')
    expect(shown(following(first, 'once', first.dueAt, 'Europe/Berlin')!.dueAt)).toBe('2021-03-22T05:30Z')
  })

  test.each(['R/BP1DT4H', 'R/BP1W2D', 'R/BP0D', 'R/-BP1D'])(
    '%s is refused with what was expected',
    (cycle) => {
      expect(() => opened(cycle, '2026-01-08T10:00:00Z')).toThrow('expected')
    },
  )

  test('[BT5] a calendar that is not there any more is told, not taken for another', () => {
    const due = {
      ...opened('R/BP1D', '2026-01-08T10:00:00Z'),
      cycle: 'R/2026-01-08T10:00:00.000Z/BP1D@user:eve',
    }
    expect(nextDue(due, 'once', { now: due.dueAt, zone: 'UTC', calendar: () => undefined })).toMatchObject({
      ok: false,
      error: expect.stringContaining("'user:eve'"),
    })
  })
})

describe('[TI6] turns that were missed', () => {
  /** The second turn, when the first one is handled at `handled`. */
  const second = (cycle: string, catchUp: CatchUp, handled: string) => {
    const next = following(opened(cycle, '2026-01-05T08:00:00Z'), catchUp, at(handled))
    return next && `${shown(next.dueAt)} ${next.repetitions}`
  }

  test.each([
    ['R/PT1H', 'all', '2026-01-05T13:30:00Z', '2026-01-05T10:00Z -1'],
    ['R/PT1H', 'once', '2026-01-05T13:30:00Z', '2026-01-05T14:00Z -1'],
    ['R/PT1H', 'skip', '2026-01-05T13:30:00Z', '2026-01-05T14:00Z -1'],
    ['R/PT1H', 'once', '2026-01-05T13:00:00Z', '2026-01-05T14:00Z -1'],
    ['R9/PT1H', 'all', '2026-01-05T13:30:00Z', '2026-01-05T10:00Z 7'],
    ['R9/PT1H', 'once', '2026-01-05T13:30:00Z', '2026-01-05T14:00Z 3'],
    ['R5/PT1H', 'once', '2026-01-05T13:30:00Z', null],
    ['R6/PT1H', 'once', '2026-01-05T13:30:00Z', '2026-01-05T14:00Z 0'],
    ['R/PT1H/2026-01-05T13:45:00Z', 'once', '2026-01-05T13:30:00Z', null],
    ['R9/P1M', 'once', '2026-04-30T00:00:00Z', '2026-05-05T08:00Z 5'],
    ['0 0 * * * *', 'all', '2026-01-05T13:30:00Z', '2026-01-05T10:00Z -1'],
    ['0 0 * * * *', 'once', '2026-01-05T13:30:00Z', '2026-01-05T14:00Z -1'],
    ['R9/BP1D', 'once', '2026-01-09T12:00:00Z', '2026-01-12T09:00Z 4'],
    ['R9/BPT2H', 'once', '2026-01-06T12:00:00Z', '2026-01-06T13:00Z 3'],
    ['R9/BP1W', 'once', '2026-01-20T12:00:00Z', '2026-01-26T09:00Z 6'],
  ] as const)('%s with %s, handled at %s, goes on at %s', (cycle, catchUp, handled, expected) => {
    expect(second(cycle, catchUp, handled)).toBe(expected)
  })

  test.each([
    ['R/PT1S', 'once'],
    ['R/PT1S', 'all'],
    ['* * * * * *', 'once'],
    ['R/BPT1S', 'once'],
    ['R/BPT1S', 'all'],
  ] as const)('a year of %s is passed over by %s in one look', (cycle, catchUp) => {
    const first = opened(cycle, '2026-01-05T12:00:00Z')
    const next = following(first, catchUp, at('2027-01-05T12:00:00Z'))!
    const expected = catchUp === 'all' ? first.dueAt + 1_000 : at('2027-01-05T12:00:01Z')
    expect(shown(next.dueAt)).toBe(shown(expected))
  })
})

test('[TI7] a turn more than a minute late is skipped if the diagram says so; what happens once never is', () => {
  const due = opened('R/PT1H', '2026-01-05T08:00:00Z')
  const { dueAt } = due
  expect(isSkipped(due, 'skip', dueAt + 60_000)).toBe(false)
  expect(isSkipped(due, 'skip', dueAt + 60_001)).toBe(true)
  expect(isSkipped(due, 'once', dueAt + 3_600_000)).toBe(false)
  expect(isSkipped({ ...due, cycle: null }, 'skip', dueAt + 3_600_000)).toBe(false)
})
