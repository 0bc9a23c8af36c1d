import { isDateTime, isDuration, isRepetition } from './iso-8601.ts'

test.each([
  '2026-03-01',
  '2026-03-01T09:00',
  '2026-03-01T09:00:00Z',
  '2026-03-01T09:00:00.5+03:30',
  '2026-03-01T09:00:00@Asia/Tehran',
])('%s is a moment', (text) => expect(isDateTime(text)).toBe(true))

test.each([
  '',
  'tomorrow',
  '2026-13-01',
  '2026-04-31T09:00:00Z',
  '2026-03-01 09:00',
  '2026-03-01T25:00:00Z',
  'P1D',
])('"%s" is no moment', (text) => expect(isDateTime(text)).toBe(false))

test.each(['PT15M', 'P1D', 'P1Y2M3DT4H5M6S', 'P2W'])('%s is a duration', (text) =>
  expect(isDuration(text)).toBe(true),
)

test.each(['', 'P', 'PT', '15M', '1h', 'P1H'])('"%s" is no duration', (text) =>
  expect(isDuration(text)).toBe(false),
)

test.each([
  'R/PT1H',
  'R3/P1D',
  'R-1/PT1M',
  'R2/2026-03-01T09:00:00Z/P1M',
  'R/P1D/2026-12-31',
  'R/2026-03-01T09:00:00Z/P1M/2026-12-31',
])('%s is a cycle', (text) => expect(isRepetition(text)).toBe(true))

test.each([
  '',
  'PT1H',
  'R0/PT1H',
  'R/',
  'R/tomorrow/PT1H',
  'R/PT1H/soon',
  'R/PT1H/2026-01-01/PT1H',
  '0 0 9 * * *',
])('"%s" is no cycle', (text) => expect(isRepetition(text)).toBe(false))

test('a cycle that does not advance would fire for ever at once, so it is none', () => {
  expect(['R/PT0S', 'R/-PT1H'].filter(isRepetition)).toEqual([])
})
