import type { Run } from './markdown.ts'

/**
 * How fair the harness is to a peer: of the scenarios that the pack's authors saw it play as expected, those it plays as
 * expected here. Null when they saw none.
 */
export function confirmed({ contender, results }: Run): string | null {
  const seen = results.flatMap(({ case: of, scenarios }) =>
    scenarios.filter((_, at) => of.scenarios[at]?.confirmedBy?.some((by) => by.startsWith(contender))),
  )
  if (seen.length === 0) return null
  const same = seen.filter(({ outcome }) => outcome === 'passed').length
  return `Of the ${seen.length} scenarios that the pack's authors saw ${contender} play as expected, ${same} pass in this harness.`
}
