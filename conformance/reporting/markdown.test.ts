import { dmnReport } from '../dmn-tck/dmn-report.ts'
import type { Case } from '../pack/pack.ts'
import type { CaseResult } from '../running/run-pack.ts'
import type { Outcome } from '../running/run-scenario.ts'
import type { StaticVerdict } from '../static.ts'
import { aCase } from '../testing/a-case.ts'
import { argued } from './argued.ts'
import { markdown, type Run } from './markdown.ts'

const result = (id: string, outcome: Outcome, given: Partial<Case> = {}): CaseResult => ({
  case: aCase({ id, ...given }),
  scenarios: [{ name: 'it runs', outcome, reasons: outcome === 'passed' ? [] : ['because'] }],
})

const run = (results: readonly CaseResult[], given: Partial<Run> = {}): Run => ({
  contender: 'Kartabl',
  store: 'memory',
  restart: false,
  results,
  ...given,
})

const page = (...runs: readonly Run[]): string => markdown(runs, [], null)

test('a page needs a run', () => {
  expect(() => page()).toThrow('expected at least one run')
})

test('each run has its totals under the name of its contender, store and restart', () => {
  const results = [result('a', 'passed'), result('b', 'failed', { core: false, clean: false })]
  const text = page(
    run(results),
    run(results, { store: 'sqlite', restart: true }),
    run([result('a', 'refused'), result('b', 'inexpressible')], { contender: 'other', store: '' }),
  )
  expect(text).toContain('| Kartabl on memory | 1/2 (50.0 %) | 1/1 (100.0 %) | 1/1 (100.0 %) | 0 | 0 | 0 |')
  expect(text).toContain('| Kartabl on sqlite, restarted | 1/2')
  expect(text).toContain('| other | 0/2 (0.0 %) | 0/2 (0.0 %) | 0/2 (0.0 %) | 0 | 1 | 1 |')
})

test('a scenario counts for every feature of its model', () => {
  const results = [
    result('a', 'passed', { features: ['x', 'y'] }),
    result('b', 'failed', { features: ['x'] }),
  ]
  const text = page(run(results), run(results, { contender: 'other', store: '' }))
  expect(text).toContain('| x | 1/2 | 1/2 |')
  expect(text).toContain('| y | 1/1 | 1/1 |')
})

test('a scenario that depends on the store is told', () => {
  const same = page(run([result('a', 'passed')]), run([result('a', 'passed')], { store: 'sqlite' }))
  expect(same).toContain('Every scenario has the same outcome on every store')
  const other = page(run([result('a', 'passed')]), run([result('a', 'failed')], { store: 'sqlite' }))
  expect(other).toContain('- Kartabl on sqlite: a / it runs: failed')
})

test('what did not pass is told with its first reason', () => {
  expect(page(run([result('a', 'failed')]))).toContain('- a / it runs (failed): because')
  expect(page(run([result('a', 'passed')]))).toContain('None but those above.')
})

test('an argument is told once its case was run, and that it is needless when the case passes', () => {
  const [{ case: id, section }] = argued as readonly [(typeof argued)[number]]
  const stands = page(run([result(id, 'argued')]))
  expect(stands).toContain(`### ${id}`)
  expect(stands).toContain(`(OMG BPMN 2.0.2, ${section})`)
  expect(stands).toContain('None but those above.')
  expect(page(run([result(id, 'passed')]))).toContain('**It passes now: take the argument out.**')
  expect(page(run([result('a', 'passed')]))).toContain('## Decided differently\n\nNone.')
})

test('how fair the harness is to a peer is told where the authors saw it play', () => {
  const seen = { scenarios: [{ ...aCase().scenarios[0]!, confirmedBy: ['other 1.2'] }] }
  const peer = run([result('a', 'failed', seen)], { contender: 'other', store: '' })
  expect(page(run([result('a', 'passed')]), peer)).toContain('Of the 1 scenarios that the pack')
})

const verdict = (given: Partial<StaticVerdict>): StaticVerdict => ({
  id: 'm',
  file: 'm.bpmn',
  constraint: '001',
  expect: 'valid',
  got: 'valid',
  right: true,
  linesNotNamed: [],
  problems: [],
  argued: null,
  ...given,
})

test('verdicts of models and cases of decisions have sections of their own when they were asked for', () => {
  const wrong = verdict({ file: 'n.bpmn', got: 'invalid', right: false })
  const text = markdown([run([result('a', 'passed')])], [verdict({}), wrong], dmnReport([], []))
  expect(text).toContain('Right: 1 of 2 verdicts (2 models are valid, 0 are not).')
  expect(text).toContain('- n.bpmn: expected valid, got invalid. Nothing is argued: this is a fault.')
  expect(text).toContain('## DMN Technology Compatibility Kit')
  expect(page(run([result('a', 'passed')]))).not.toMatch(/## Valid|## DMN/)
})
