import { dmnReport } from '../dmn-tck/dmn-report.ts'
import type { CaseOutcome } from '../dmn-tck/outcome.ts'
import { dmnSection } from './dmn-section.ts'

const outcome = (given: Partial<CaseOutcome>): CaseOutcome => ({
  folder: '0001-one',
  level: 'compliance-level-2',
  id: '1',
  verdict: 'passed',
  cause: '',
  second: null,
  ...given,
})

const section = (outcomes: readonly CaseOutcome[], skipped: readonly string[] = []): string =>
  dmnSection(dmnReport(outcomes, skipped)).join('\n')

test('without a report nothing is said of decisions', () => {
  expect(dmnSection(null)).toEqual([])
})

test('each level has its cases, its share and what feelin makes of those it can take part in', () => {
  const text = section([
    outcome({ second: 'passed' }),
    outcome({ level: 'compliance-level-3', second: 'failed' }),
    outcome({ level: 'compliance-level-3', second: 'passed', verdict: 'failed', cause: 'c' }),
    outcome({ level: 'compliance-level-3', verdict: 'refused', cause: 'c' }),
    outcome({ level: 'compliance-level-3' }),
  ])
  expect(text).toContain('1 of 1 cases of level 2, 2 of 4 cases of level 3.')
  expect(text).toContain('| level 2 | 1 | 1 (100.00 %) | 0 | 0 | 1 | 1 (100.00 %) | 1 (100.00 %) |')
  expect(text).toContain('| level 3 | 4 | 2 (50.00 %) | 1 | 1 | 2 | 1 (50.00 %) | 1 (50.00 %) |')
})

test('a level in which feelin cannot take part has no share of it', () => {
  expect(section([outcome({})])).toContain('| 0 | – | – |')
})

test('each cause is told once with the cases it stopped, its signs escaped', () => {
  const cause = { verdict: 'failed', cause: 'a: expected <1 | 2>,\n got b_c' } as const
  const text = section([outcome({ ...cause, id: '1' }), outcome({ ...cause, id: '2' })])
  expect(text).toContain('- failed 0001-one: a: expected \\<1 \\| 2\\>, got b\\_c [1, 2]')
})

test('what the kit keeps out of its levels is named', () => {
  expect(section([outcome({})], ['non-compliant/0019-x'])).toContain('levels: non-compliant/0019-x.')
  expect(section([outcome({})])).toMatch(/### Not passed in the kit\nNone\.$/)
})
