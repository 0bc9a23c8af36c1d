import type { Action, Expectation, Scenario } from '../pack/pack.ts'
import type { LoadedCase } from '../pack/read-pack.ts'
import { checkExpectation } from './check-expectation.ts'
import { checkRefusal } from './check-refusal.ts'
import type { Contender, Session, StepFailure } from './contender.ts'

/**
 * Passed, failed, refused at deployment, or nothing this harness can ask the contender. Argued: did not pass, and what
 * happened is right by the standard; neither a success nor a fault.
 */
export type Outcome = 'passed' | 'failed' | 'refused' | 'inexpressible' | 'argued'

export interface Verdict {
  readonly outcome: Outcome
  /** Why it did not pass. */
  readonly reasons: readonly string[]
}

export async function runScenario(
  contender: Contender,
  loaded: LoadedCase,
  scenario: Scenario,
): Promise<Verdict> {
  const opened = await contender.open(loaded, scenario)
  if (!opened.ok) return checkRefusal(scenario, opened.error)
  if (expectsRefusal(scenario)) {
    await opened.value.close()
    return { outcome: 'failed', reasons: ['the deployment should have been refused and was not'] }
  }
  try {
    return await play(opened.value, scenario)
  } finally {
    await opened.value.close()
  }
}

export const expectsRefusal = (scenario: Scenario): boolean =>
  scenario.steps.some((step) => step.op === 'expect' && step.error?.kind === 'deploy')

async function play(session: Session, scenario: Scenario): Promise<Verdict> {
  let failure: (StepFailure & { readonly at: string }) | null = null
  for (const [index, step] of scenario.steps.entries()) {
    const at = `step ${index + 1}`
    if (step.op !== 'expect') {
      if (failure) return unexpected(failure)
      const failed = await session.perform(step)
      if (failed?.kind === 'inexpressible')
        return { outcome: 'inexpressible', reasons: [`${at} ${nameOf(step)}: ${failed.message}`] }
      failure = failed && { ...failed, at: `${at} ${nameOf(step)}` }
      continue
    }
    if (failure && !step.error) return unexpected(failure)
    const reasons = await look(session, step, failure)
    if (reasons.length > 0) return { outcome: 'failed', reasons: reasons.map((reason) => `${at}: ${reason}`) }
    failure = null
  }
  return failure ? unexpected(failure) : { outcome: 'passed', reasons: [] }
}

const look = async (session: Session, step: Expectation, failure: StepFailure | null): Promise<string[]> =>
  checkExpectation(step, await session.observe(), failure)

const unexpected = ({ at, message }: StepFailure & { readonly at: string }): Verdict => ({
  outcome: 'failed',
  reasons: [`${at}: ${message}`],
})

/** `complete theTask`. */
function nameOf(step: Action): string {
  const { op, ...rest } = step
  const [first] = Object.values(rest)
  return typeof first === 'string' ? `${op} ${first}` : op
}
