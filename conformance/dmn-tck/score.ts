import type { CaseOutcome } from './outcome.ts'

/** Numbers of cases of a folder or level. */
export interface Score {
  readonly name: string
  readonly level: string
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly refused: number
  /** Cases in which the second interpreter takes part, and how many of them each gets right. */
  readonly shared: number
  readonly sharedByUs: number
  readonly sharedBySecond: number
}

export const byFolder = (outcomes: readonly CaseOutcome[]): Score[] =>
  scores(outcomes, ({ level, folder }) => ({ level, name: folder }))

export const byLevel = (outcomes: readonly CaseOutcome[]): Score[] =>
  scores(outcomes, ({ level }) => ({ level, name: level }))

function scores(
  outcomes: readonly CaseOutcome[],
  groupOf: (outcome: CaseOutcome) => { level: string; name: string },
): Score[] {
  const groups = new Map<string, CaseOutcome[]>()
  for (const outcome of outcomes) {
    const { level, name } = groupOf(outcome)
    const key = `${level}/${name}`
    groups.set(key, [...(groups.get(key) ?? []), outcome])
  }
  return [...groups.values()].map((group) => scoreOf(group, groupOf))
}

function scoreOf(
  group: readonly CaseOutcome[],
  groupOf: (outcome: CaseOutcome) => { level: string; name: string },
): Score {
  const first = group[0]
  if (first === undefined) throw new Error('a score was asked of no cases')
  const count = (holds: (outcome: CaseOutcome) => boolean): number => group.filter(holds).length
  const shared = group.filter(({ second }) => second !== null)
  return {
    ...groupOf(first),
    total: group.length,
    passed: count(({ verdict }) => verdict === 'passed'),
    failed: count(({ verdict }) => verdict === 'failed'),
    refused: count(({ verdict }) => verdict === 'refused'),
    shared: shared.length,
    sharedByUs: shared.filter(({ verdict }) => verdict === 'passed').length,
    sharedBySecond: shared.filter(({ second }) => second === 'passed').length,
  }
}
