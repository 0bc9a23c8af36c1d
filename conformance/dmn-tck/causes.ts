import type { CaseOutcome } from './outcome.ts'

/** Each cause once, with the cases it stopped. */
export function causesOf(outcomes: readonly CaseOutcome[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { verdict, folder, id, cause } of outcomes) {
    if (verdict === 'passed') continue
    const key = `${verdict} ${folder}: ${cause.replace(/\s+/g, ' ')}`
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return [...groups].map(([cause, ids]) => `${cause} [${ids.join(', ')}]`)
}
