import type { Problem } from '../../problem.ts'
import { readDefinitions } from './document/read-definitions.ts'
import { problem } from './problem-of.ts'
import { isExecuted } from './rules/facts.ts'
import { checkStructure } from './schema/check-structure.ts'

/**
 * Breaches of the schemas that a lenient parser does not tell but gets wrong: of two conditions it keeps the last, `no`
 * is false to it, a misspelt attribute is as if it were not there.
 */
const misread: ReadonlySet<string> = new Set([
  'repeated_element',
  'mutually_exclusive_elements',
  'unknown_attribute',
  'bad_value',
])

/** What executable processes of this file say that would be read as something else; none when that is all unreadable. */
export function misreadProblems(xml: string): Problem[] {
  const document = readDefinitions('', xml)
  if (!document.ok) return []
  return checkStructure(document.value)
    .breaches.filter(({ code, at }) => misread.has(code) && isExecuted(at))
    .map((breach) => problem(breach, ''))
}
