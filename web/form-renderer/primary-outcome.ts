import type { Outcome } from '../../forms/index.ts'

/** The outcome whose button stands out: the one the form marks, else the first. Never a destructive one; null when all are. */
export function primaryOutcome(outcomes: readonly Outcome[]): Outcome | null {
  const safe = outcomes.filter(({ destructive }) => !destructive)
  return safe.find(({ primary }) => primary) ?? safe[0] ?? null
}

/** Destructive outcomes first and the primary last, where the eye and the thumb end up. */
export const inOrder = (outcomes: readonly Outcome[], primary: Outcome | null): Outcome[] => [
  ...outcomes.filter(({ destructive }) => destructive),
  ...outcomes.filter((outcome) => !outcome.destructive && outcome !== primary),
  ...(primary === null ? [] : [primary]),
]
