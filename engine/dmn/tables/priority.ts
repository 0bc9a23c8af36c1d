import { describeValue, equalValues, type Machine } from '../../feel/embedding.ts'
import { DecisionStop } from '../decision-stop.ts'
import type { Outputs } from './outputs.ts'
import type { RuleHit } from './rules.ts'

/** Hits by the order of the output values, the leftmost output first; equal ones stay in the order of the rules. */
export function sortByPriority(
  machine: Machine,
  hits: readonly RuleHit[],
  outputs: Outputs,
): readonly RuleHit[] {
  const ranked = hits.map((hit) => ({ hit, ranks: ranksOf(machine, hit, outputs) }))
  ranked.sort((a, b) => compareRanks(a.ranks, b.ranks))
  return ranked.map(({ hit }) => hit)
}

function ranksOf(machine: Machine, hit: RuleHit, outputs: Outputs): readonly number[] {
  return outputs.priorities.map((priorities, i) => {
    if (priorities === null) return 0
    const value = hit.values[i] ?? null
    const rank = priorities.findIndex(
      (priority) => equalValues(machine, priority(machine, machine.lookup), value) === true,
    )
    if (rank >= 0) return rank
    const message = `Expected a listed output value for "${outputs.names[i]}", got ${describeValue(machine, value)}; add it to the output values.`
    throw new DecisionStop('decision_no_priority', message)
  })
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, rank] of a.entries()) {
    const difference = rank - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
