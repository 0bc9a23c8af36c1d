import { fail } from '../result.ts'
import { type DueTime, firstDue } from './due-time.ts'
import { nextDue } from './next-due.ts'

const PARIS = 'Europe/Paris'
const at = (iso: string) => Date.parse(iso)
const clock = (now: string, zone: string) => ({ now: at(now), zone, calendar: () => fail('there is none') })
/** Handled at its very time. */
const following = (due: DueTime, zone: string): DueTime | null => {
  const next = nextDue(due, 'once', { now: due.dueAt, zone, calendar: () => undefined })
  if (!next.ok) throw new Error(next.error)
  return next.value
}

/** The first `count` turns of a cycle, as local wall-clock times. */
function turns(cycle: string, now: string, count: number, zone = PARIS): string[] {
  const first = firstDue('cycle', cycle, clock(now, zone))
  if (!first.ok) throw new Error(first.error)
  const shown: string[] = []
  for (
    let due: typeof first.value | null = first.value;
    due && shown.length < count;
    due = following(due, zone)
  )
    shown.push(new Date(due.dueAt).toISOString())
  return shown
}

test('[TI1] a day of a cycle has 23 hours where the clocks go forward, and the wall-clock time stays', () => {
  expect(turns('R/P1D', '2026-03-27T07:00:00Z', 3)).toEqual([
    '2026-03-28T07:00:00.000Z',
    '2026-03-29T06:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ])
})

test('[TI2] a turn that falls into the missing hour does not shift those after it', () => {
  expect(turns('R/2026-03-28T02:30:00/P1D', '2026-03-27T00:00:00Z', 3)).toEqual([
    '2026-03-28T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ])
})

test('[TI2] months are counted from the first turn, so the last day of a short month does not stick', () => {
  expect(turns('R/2026-01-31T09:00:00Z/P1M', '2026-01-01T00:00:00Z', 3, 'UTC')).toEqual([
    '2026-01-31T09:00:00.000Z',
    '2026-02-28T09:00:00.000Z',
    '2026-03-31T09:00:00.000Z',
  ])
})

test('[TI2] without a start the turns are counted from the first one', () => {
  expect(turns('R/P1M', '2025-12-31T09:00:00Z', 3, 'UTC').map((turn) => turn.slice(5, 10))).toEqual([
    '01-31',
    '02-28',
    '03-31',
  ])
})

test.each([
  ['R5/PT1H/2026-01-05T10:30:00Z', 2],
  ['R/2026-01-05T09:00:00Z/PT1H/2026-01-05T11:00:00Z', 3],
  ['R2/PT1H', 2],
])('[TI1] %s has %d turns: neither more than its number nor after its end', (cycle, count) => {
  expect(turns(cycle, '2026-01-05T08:00:00Z', 10)).toHaveLength(count)
})

test.each(['R/PT0S', 'R/-PT1H', 'R0/PT1H', 'R/PT1H/2026-01-01T00:00:00Z', 'hourly', 'R/PT1H/soon'])(
  '[TI1] %s is refused with a sentence that says what was expected',
  (cycle) => {
    expect(firstDue('cycle', cycle, clock('2026-01-05T08:00:00Z', PARIS))).toMatchObject({
      ok: false,
      error: expect.stringContaining('expected'),
    })
  },
)

test('[TI2] a cycle of seconds that ran for years finds its next turn at once', () => {
  const first = firstDue('cycle', 'R/2020-01-01T00:00:00Z/PT1S', clock('2020-01-01T00:00:00Z', 'UTC'))
  if (!first.ok) throw new Error(first.error)
  const late = { ...first.value, dueAt: at('2026-01-01T00:00:00Z') }
  expect(following(late, 'UTC')?.dueAt).toBe(at('2026-01-01T00:00:01Z'))
})
