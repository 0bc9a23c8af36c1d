import type { ExpectedError, Scenario } from '../pack/pack.ts'
import type { DeployProblem, Refused } from './contender.ts'
import type { Verdict } from './run-scenario.ts'

/** Whether a refused deployment is what the scenario expects, and if so, at the right element. */
export function checkRefusal(scenario: Scenario, { problems }: Refused): Verdict {
  const expected = scenario.steps.flatMap((step) => (step.op === 'expect' && step.error ? [step.error] : []))
  const refusals = expected.filter(({ kind }) => kind === 'deploy' || kind === 'any')
  if (refusals.length === 0) return { outcome: 'refused', reasons: problems.map(sentence) }
  const missed = refusals.filter((one) => !problems.some((problem) => isOf(problem, one)))
  if (missed.length === 0) return { outcome: 'passed', reasons: [] }
  return {
    outcome: 'failed',
    reasons: [
      `expected the deployment to be refused because of ${missed.map(({ element }) => element).join(', ')}, got:`,
      ...problems.map(sentence),
    ],
  }
}

/** What is merely not supported says nothing about the model. */
const isOf = (problem: DeployProblem, { element }: ExpectedError): boolean =>
  !problem.code.startsWith('unsupported_') && (element === undefined || problem.element === element)

const sentence = ({ code, element, message }: DeployProblem): string =>
  `${code}${element === '' ? '' : ` at ${element}`}: ${message}`
