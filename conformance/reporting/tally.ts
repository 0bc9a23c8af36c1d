import type { CaseResult } from '../running/run-pack.ts'
import type { Outcome } from '../running/run-scenario.ts'

/** Scenarios by outcome. */
export type Tally = Readonly<Record<Outcome, number>>

const none: Tally = { passed: 0, failed: 0, refused: 0, inexpressible: 0, argued: 0 }

export function tally(results: readonly CaseResult[]): Tally {
  const counts = { ...none }
  for (const { scenarios } of results) for (const { outcome } of scenarios) counts[outcome]++
  return counts
}

export const total = (counts: Tally): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The groups a pack is reported by: all, core, clean, then every feature. */
export function groups(
  results: readonly CaseResult[],
): readonly (readonly [string, readonly CaseResult[]])[] {
  const features = [...new Set(results.flatMap((result) => result.case.features))].sort()
  return [
    ['all', results],
    ['core', results.filter((result) => result.case.core)],
    ['clean', results.filter((result) => result.case.clean)],
    ...features.map(
      (feature) => [feature, results.filter((result) => result.case.features.includes(feature))] as const,
    ),
  ]
}
