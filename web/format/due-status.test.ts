import { dueStatus } from './due-status.ts'

const now = Date.UTC(2026, 4, 4, 12)
const hour = 3_600_000

describe('dueStatus', () => {
  test.each([
    [null, 'none'],
    [now - 1, 'overdue'],
    [now, 'soon'],
    [now + 8 * hour - 1, 'soon'],
    [now + 8 * hour, 'later'],
  ] as const)('of %p is %s', (dueAt, status) => {
    expect(dueStatus(dueAt, now)).toBe(status)
  })
})
