import { checkCron, looksLikeCron, nextByCron } from './cron.ts'

/** The next `count` moments. */
function turns(pattern: string, after: string, zone = 'UTC', count = 3): string[] {
  const found: string[] = []
  for (let moment = Date.parse(after); found.length < count; ) {
    const next = nextByCron(pattern, moment, zone)
    if (!next.ok) throw new Error(next.error)
    moment = next.value
    found.push(new Date(moment).toISOString().replace(':00.000Z', 'Z'))
  }
  return found
}

test.each([
  ['0 0 9 * * MON-FRI', ['2026-01-09T09:00Z', '2026-01-12T09:00Z', '2026-01-13T09:00Z']],
  ['0 0/15 9 * * *', ['2026-01-09T09:00Z', '2026-01-09T09:15Z', '2026-01-09T09:30Z']],
  ['0 9 * * 1-5', ['2026-01-09T09:00Z', '2026-01-12T09:00Z', '2026-01-13T09:00Z']],
  ['0 0 0 L * *', ['2026-01-31T00:00Z', '2026-02-28T00:00Z', '2026-03-31T00:00Z']],
  ['0 0 0 ? * FRI#2', ['2026-02-13T00:00Z', '2026-03-13T00:00Z', '2026-04-10T00:00Z']],
  ['0 0 0 29 2 ?', ['2028-02-29T00:00Z', '2032-02-29T00:00Z', '2036-02-29T00:00Z']],
  ['@daily', ['2026-01-10T00:00Z', '2026-01-11T00:00Z', '2026-01-12T00:00Z']],
  ['@hourly', ['2026-01-09T09:00Z', '2026-01-09T10:00Z', '2026-01-09T11:00Z']],
  ['@weekly', ['2026-01-11T00:00Z', '2026-01-18T00:00Z', '2026-01-25T00:00Z']],
  ['@monthly', ['2026-02-01T00:00Z', '2026-03-01T00:00Z', '2026-04-01T00:00Z']],
  ['@yearly', ['2027-01-01T00:00Z', '2028-01-01T00:00Z', '2029-01-01T00:00Z']],
])('[TI5] %s comes as cron says', (pattern, expected) => {
  expect(turns(pattern, '2026-01-09T08:30:00Z')).toEqual(expected)
})

test('[TI5] with six fields day of month and weekday must both fit, with five one of them', () => {
  expect(turns('0 0 9 1 * MON', '2026-01-09T08:30:00Z', 'UTC', 2)).toEqual([
    '2026-06-01T09:00Z',
    '2027-02-01T09:00Z',
  ])
  expect(turns('0 9 1 * MON', '2026-01-09T08:30:00Z', 'UTC', 4).at(-1)).toBe('2026-02-01T09:00Z')
})

describe('[TI5] clocks that change', () => {
  test.each([
    ['0 0 9 * * *', 'Europe/Berlin', '2026-03-28', ['03-28T08:00Z', '03-29T07:00Z', '03-30T07:00Z']],
    ['0 0 9 * * *', 'America/New_York', '2026-10-31', ['10-31T13:00Z', '11-01T14:00Z', '11-02T14:00Z']],
    ['0 0 9 * * *', 'Asia/Tehran', '2021-03-21', ['03-21T05:30Z', '03-22T04:30Z', '03-23T04:30Z']],
    ['0 0 9 * * *', 'Asia/Tehran', '2021-09-21', ['09-21T04:30Z', '09-22T05:30Z', '09-23T05:30Z']],
    ['0 30 2 * * *', 'Europe/Berlin', '2026-03-28', ['03-28T01:30Z', '03-29T01:00Z', '03-30T00:30Z']],
    ['0 30 2 * * *', 'Europe/Berlin', '2026-10-24', ['10-24T00:30Z', '10-25T00:30Z', '10-26T01:30Z']],
    ['0 30 2 * * *', 'America/New_York', '2026-03-07', ['03-07T07:30Z', '03-08T07:00Z', '03-09T06:30Z']],
    ['0 0 0 * * *', 'Asia/Tehran', '2021-03-20', ['03-20T20:30Z', '03-21T20:30Z', '03-22T19:30Z']],
  ])('%s in %s from %s', (pattern, zone, from, expected) => {
    expect(turns(pattern, `${from}T00:00:00Z`, zone).map((turn) => turn.slice(5))).toEqual(expected)
  })

  test('steps go on in real time through an hour that comes twice', () => {
    const found = turns('0 */30 * * * *', '2026-10-25T00:00:00Z', 'Europe/Berlin', 4)
    expect(found.map((turn) => turn.slice(11))).toEqual(['00:30Z', '01:00Z', '01:30Z', '02:00Z'])
  })
})

test.each([
  ['0 0 0 31 2 *', 'never'],
  ['0 0 0 30 2 ?', 'never'],
  ['0 60 9 * * *', 'minute'],
  ['0 0 9 * *  * 2027', 'five or six'],
  ['0 0 9', 'five or six'],
  ['a b c d e f', 'illegal'],
  ['*/0 * * * * *', 'stepping'],
  ['@sometimes', 'expected a cron pattern'],
  ['@reboot', 'not supported'],
])('[TI5] %s is refused with the reason: %s', (pattern, reason) => {
  expect(checkCron(pattern)).toMatchObject({ ok: false, error: expect.stringContaining(reason) })
})

test.each(['R3/PT1H', 'R/BP1D', '', 'hourly'])('"%s" is no cron pattern', (text) =>
  expect(looksLikeCron(text)).toBe(false),
)
