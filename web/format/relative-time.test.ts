import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 4, 4, 12)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('relativeTime', () => {
  test.each([
    [0, 'now'],
    [-29_000, 'now'],
    [-31_000, '1 minute ago'],
    [-89_000, '1 minute ago'],
    [59 * minute, 'in 59 minutes'],
    [59.6 * minute, 'in 1 hour'],
    [hour, 'in 1 hour'],
    [-(2 * hour - 1), '2 hours ago'],
    [23.6 * hour, 'tomorrow'],
    [day, 'tomorrow'],
    [-day, 'yesterday'],
    [7 * day - hour, 'in 7 days'],
    [-13 * day, '13 days ago'],
    [-15 * day, '2 weeks ago'],
    [90 * day, 'in 3 months'],
    [-800 * day, '2 years ago'],
  ])('says %d ms from now as "%s"', (distance, said) => {
    expect(relativeTime(now + distance, now, 'en')).toBe(said)
  })

  test('speaks Persian with Persian digits', () => {
    expect(relativeTime(now - 3 * hour, now, 'fa-IR')).toBe('۳ ساعت پیش')
  })
})
