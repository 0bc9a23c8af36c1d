import type { CaseResult } from '../running/run-pack.ts'
import type { Argued } from './argued.ts'

/** The results with every scenario that did not pass and whose case is argued marked as such, its reason the argument. */
export function argue(results: readonly CaseResult[], argued: readonly Argued[]): CaseResult[] {
  const arguments_ = new Map(argued.map((one) => [one.case, one]))
  return results.map((result) => {
    const argument = arguments_.get(result.case.id)
    return argument ? { ...result, scenarios: result.scenarios.map((one) => answer(one, argument)) } : result
  })
}

const answer = (scenario: CaseResult['scenarios'][number], argument: Argued): typeof scenario =>
  scenario.outcome === 'passed'
    ? scenario
    : { ...scenario, outcome: 'argued', reasons: [inOneSentence(argument)] }

const inOneSentence = ({ expected, ours, why, section }: Argued): string =>
  `expected: ${expected} Here: ${ours} ${why} (${section})`

/** Cases that pass although it is argued that they can't: the argument must be taken out. */
export const needless = (results: readonly CaseResult[], argued: readonly Argued[]): string[] =>
  results
    .filter(({ scenarios }) => scenarios.every(({ outcome }) => outcome === 'passed'))
    .map((result) => result.case.id)
    .filter((id) => argued.some((one) => one.case === id))
