/**
 * Durations are asserted by `npm run test:long` alone, since a shared machine has its own idea of a second. Elsewhere the
 * work is done all the same, and what never ends meets the test's time limit.
 */
export function expectWithin(milliseconds: number, limit: number): void {
  if (process.env.KARTABL_LONG) expect(milliseconds).toBeLessThan(limit)
  else expect(milliseconds).toEqual(expect.any(Number))
}
