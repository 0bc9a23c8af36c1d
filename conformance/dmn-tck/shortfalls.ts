import type { Score } from './score.ts'

/** The part of a level that has to pass; folders outside of any level count as level 3. */
const WANTED = new Map([
  ['compliance-level-1', 1],
  ['compliance-level-2', 1],
])
const WANTED_ELSEWHERE = 0.98

/** Why the result is not good enough; empty when it is. */
export function shortfallsOf(levels: readonly Score[]): string[] {
  if (levels.length === 0) return ['expected folders with a model (.dmn) and test cases (.xml), got none']
  return levels.flatMap((score) => [...tooFew(score), ...belowSecond(score)])
}

function tooFew({ name, passed, total }: Score): string[] {
  const wanted = WANTED.get(name) ?? WANTED_ELSEWHERE
  return passed >= total * wanted
    ? []
    : [`${name}: expected ${(wanted * 100).toFixed(0)} % of ${total} cases to pass, got ${passed}`]
}

const belowSecond = ({ name, shared, sharedByUs, sharedBySecond }: Score): string[] =>
  sharedByUs >= sharedBySecond
    ? []
    : [`${name}: of ${shared} cases feelin gets ${sharedBySecond} right and we ${sharedByUs}`]
