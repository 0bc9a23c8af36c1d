import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
/** Parts with rules of their own. */
const ELSEWHERE = ['feel', 'dmn', 'testing/store']

const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|trace)$/.test(name) && name !== 'spec.test.ts')
  .filter((name) => !ELSEWHERE.some((part) => name.startsWith(`${part}/`)))

const isTest = (name: string): boolean => /\.(test\.ts|trace)$/.test(name)
const rulesIn = (text: string): string[] => [...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, rule]) => rule!)
const citedIn = (names: readonly string[]): Set<string> =>
  new Set(names.flatMap((name) => rulesIn(readFileSync(join(HERE, name), 'utf8'))))

const spec = readFileSync(join(HERE, 'SPEC.md'), 'utf8')
const defined = [...spec.matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(([, rule]) => rule!)

test('every rule is defined once', () => {
  expect(defined.filter((rule, at) => defined.indexOf(rule) !== at)).toEqual([])
  expect(defined.length).toBeGreaterThan(50)
})

test('every rule that SPEC.md itself refers to is defined there', () => {
  expect(rulesIn(spec.replace('[PG1] …', '')).filter((rule) => !defined.includes(rule))).toEqual([])
})

test('every rule is cited by a test', () => {
  const tested = citedIn(files.filter(isTest))
  expect(defined.filter((rule) => !tested.has(rule))).toEqual([])
})

test('every rule that code or tests cite is defined', () => {
  // R13, R14 and their like are promises of the whole platform, with an id of another form.
  expect([...citedIn(files)].filter((rule) => !defined.includes(rule)).sort()).toEqual([])
})
