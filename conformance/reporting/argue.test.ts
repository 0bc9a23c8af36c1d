import type { CaseResult } from '../running/run-pack.ts'
import type { Outcome } from '../running/run-scenario.ts'
import { argue, needless } from './argue.ts'
import { tally, total } from './tally.ts'

const argued = [{ case: 'known', section: '§1', expected: 'this.', ours: 'that.', why: 'So it is.' }]

const results = (id: string, ...outcomes: readonly Outcome[]): CaseResult[] => [
  {
    case: {
      id,
      source: 's',
      core: true,
      clean: true,
      files: ['f'],
      features: [],
      tags: [],
      sourceTest: '',
      scenarios: [],
    },
    scenarios: outcomes.map((outcome, at) => ({ name: String(at), outcome, reasons: [] })),
  },
]

test.each<readonly [string, CaseResult[], Partial<Record<Outcome, number>>]>([
  [
    'what fails and is argued is neither',
    results('known', 'failed', 'passed'),
    { passed: 1, failed: 0, argued: 1 },
  ],
  ['a refusal can be argued too', results('known', 'refused'), { refused: 0, argued: 1 }],
  ['what is not argued stays what it is', results('other', 'failed'), { failed: 1, argued: 0 }],
])('%s', (_, given, expected) => {
  const counts = tally(argue(given, argued))
  expect(counts).toMatchObject(expected)
  expect(total(counts)).toBe(given[0]!.scenarios.length)
})

test('an argued scenario tells the argument and its section', () => {
  const [first] = argue(results('known', 'failed'), argued)
  expect(first!.scenarios[0]!.reasons).toEqual(['expected: this. Here: that. So it is. (§1)'])
})

test('an argument whose case passes is needless', () => {
  expect(needless(results('known', 'passed', 'passed'), argued)).toEqual(['known'])
  expect(needless(results('known', 'passed', 'failed'), argued)).toEqual([])
})
