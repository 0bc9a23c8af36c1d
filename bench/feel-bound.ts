import { compileExpression } from '../engine/feel/index.ts'
import { WORST_EXPRESSIONS, type WorstExpression } from '../engine/feel/testing/worst-expressions.ts'
import { costs, type Figure } from './measuring/figure.ts'

/** No evaluation may keep the event loop longer than this, milliseconds. */
const LIMIT = 50
const RUNS = 5
const SHOWN = 5

/** The expressions that run longest of those made to run long: processor time until fuel stops them. */
export async function feelBound(): Promise<Figure[]> {
  const measured = WORST_EXPRESSIONS.map((worst) => ({ name: worst.name, cost: costOf(worst) }))
  measured.sort((a, b) => b.cost - a.cost)
  return measured.slice(0, SHOWN).map(({ name, cost }, place) =>
    costs({
      name: `worst expression ${place + 1} of ${measured.length}: ${name}`,
      ours: cost,
      reference: LIMIT,
      goal: 1,
      unit: 'ms',
      against: 'the limit',
    }),
  )
}

/** The median of some runs, the first of which warms the compiler up. */
function costOf({ text, variables }: WorstExpression): number {
  const made = compileExpression(text)
  if (!made.ok) throw new Error(`${text}: ${made.error.message}`)
  const costsOfRuns = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage()
    made.value.evaluate((name) => variables[name], { now: 0, zone: 'UTC' })
    return process.cpuUsage(start).user / 1000
  })
  return costsOfRuns.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}
