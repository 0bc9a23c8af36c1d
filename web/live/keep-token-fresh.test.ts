import { renewalDelay } from './keep-token-fresh.ts'

const now = Date.UTC(2026, 4, 4, 12)

describe('renewalDelay', () => {
  test.each([
    ['a minute before the end', 600_000, 540_000],
    ['not at once, when the browser’s clock is ahead', -3_600_000, 30_000],
    ['not too soon for a token that lives shortly', 70_000, 30_000],
  ])('is %s', (_name, lifetime, delay) => {
    expect(renewalDelay(now + lifetime, now)).toBe(delay)
  })
})
