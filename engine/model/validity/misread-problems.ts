import type { Problem } from '../../problem.ts'
import { readDefinitions } from './document/read-definitions.ts'
import { problem } from './problem-of.ts'
import { isExecuted } from './rules/facts.ts'
import { checkStructure } from './schema/check-structure.ts'

/**
 * Breaches of the schemas that the lenient parser does not tell but gets wrong: of two conditions it keeps the last, and
 * `no` is false to it.
 */
const misread: ReadonlySet<string> = new Set(['repeated_element', 'mutually_exclusive_elements', 'bad_value'])

/** Nobody reads more; a hostile file can have tens of thousands. */
const maxProblems = 200

/** [DE2] What executable processes of this file say that would be read as something else; none when that is all unreadable. */
export function misreadProblems(xml: string): Problem[] {
  const document = readDefinitions('', xml)
  if (!document.ok) return []
  const found = checkStructure(document.value).breaches.filter(
    ({ code, at }) => misread.has(code) && isExecuted(at),
  )
  const problems = found.slice(0, maxProblems).map((breach) => problem(breach, ''))
  return found.length > maxProblems ? [...problems, andMore(found.length - maxProblems)] : problems
}

const andMore = (count: number): Problem => ({
  code: 'more_problems',
  element: '',
  message: `There are ${count} more problems of this kind.`,
  remedy: 'Correct the first ones and try again.',
})
