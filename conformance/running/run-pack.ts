import type { Case, Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'
import type { Verdict } from './run-scenario.ts'

export interface CaseResult {
  readonly case: Case
  readonly scenarios: readonly ScenarioResult[]
}

export interface ScenarioResult extends Verdict {
  readonly name: string
}

/** Plays one scenario of a case. */
export type Play = (loaded: LoadedCase, scenario: Scenario) => Promise<Verdict>

/** No scenario may keep the others waiting: this long in milliseconds, then it has failed. */
const LIMIT_MS = 120_000

/** Plays every scenario of every case, each on an empty engine. */
export async function runPack(play: Play, cases: readonly LoadedCase[]): Promise<CaseResult[]> {
  const results: CaseResult[] = []
  for (const loaded of cases) {
    const scenarios: ScenarioResult[] = []
    for (const scenario of loaded.case.scenarios) {
      const verdict = await within(LIMIT_MS, play(loaded, scenario)).catch(defect)
      scenarios.push({ name: scenario.name, ...verdict })
    }
    results.push({ case: loaded.case, scenarios })
  }
  return results
}

const defect = (error: unknown): Verdict => ({
  outcome: 'failed',
  reasons: [`threw: ${error instanceof Error ? error.stack : String(error)}`],
})

async function within(milliseconds: number, verdict: Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'failed', reasons: ['took too long'] }), milliseconds)
  })
  try {
    return await Promise.race([verdict, late])
  } finally {
    clearTimeout(timer)
  }
}
