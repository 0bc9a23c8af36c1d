import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSuites } from './find-suites.ts'
import { runSuite } from './run-suite.ts'
import { byLevel } from './score.ts'
import { shortfallsOf } from './shortfalls.ts'

const MODEL = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="m" namespace="urn:m">
  <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
  <decision id="a" name="twice"><variable name="twice" typeRef="number"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>n * 2</text></literalExpression></decision>
  <decision id="b" name="broken"><literalExpression><text>n *</text></literalExpression></decision>
  <businessKnowledgeModel id="k" name="plus one"><encapsulatedLogic>
    <formalParameter name="n" typeRef="number"/><literalExpression><text>n + 1</text></literalExpression>
  </encapsulatedLogic></businessKnowledgeModel>
</definitions>`

const oneCase = (
  id: string,
  { decision = 'twice', expected = '4', kind = '' }: { decision?: string; expected?: string; kind?: string },
): string => `<testCase id="${id}" ${kind}>
  <inputNode name="n"><value xsi:type="xsd:decimal">2</value></inputNode>
  <resultNode name="${decision}"><expected>${
    expected === '' ? '<value xsi:nil="true"/>' : `<value xsi:type="xsd:decimal">${expected}</value>`
  }</expected></resultNode></testCase>`

const casesFile = (cases: readonly string[]): string =>
  `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>m.dmn</modelName>${cases.join('')}</testCases>`

function kitWith(folder: string, cases: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'tck-'))
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, folder, 'm.dmn'), MODEL)
  writeFileSync(join(root, folder, 'm-test-01.xml'), casesFile(cases))
  writeFileSync(join(root, folder, 'notes.xml'), '<notes/>')
  return root
}

const outcomesOf = async (cases: readonly string[], folder = 'TestCases/compliance-level-3/0001-m') => {
  const [suite] = findSuites(kitWith(folder, cases)).suites
  return suite === undefined ? [] : runSuite(suite)
}

describe('a folder of the kit', () => {
  test('is run case by case, with a second opinion', async () => {
    const outcomes = await outcomesOf([oneCase('1', {}), oneCase('2', { expected: '5' })])
    expect(outcomes).toMatchObject([
      { level: 'compliance-level-3', folder: '0001-m', id: '1', verdict: 'passed', second: 'passed' },
      { id: '2', verdict: 'failed', cause: 'twice: expected 5, got 4', second: 'failed' },
    ])
  })

  test('has cases refused when their own logic cannot run, and only those', async () => {
    const outcomes = await outcomesOf([
      oneCase('1', { decision: 'broken' }),
      oneCase('2', { decision: 'broken', expected: '' }),
      oneCase('3', {}),
    ])
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['refused', 'passed', 'passed'])
    expect(outcomes[0]?.cause).toContain('LiteralExpression "n *"')
  })

  test('may call a business knowledge model', async () => {
    const kind = 'type="bkm" invocableName="plus one"'
    expect(await outcomesOf([oneCase('1', { expected: '3', kind })])).toMatchObject([
      { verdict: 'passed', second: null },
    ])
  })

  test('is skipped when the kit keeps it out of its levels', () => {
    expect(findSuites(kitWith('TestCases/non-compliant/0001-m', []))).toEqual({
      suites: [],
      skipped: ['non-compliant/0001-m'],
    })
  })
})

describe('the result falls short', () => {
  const shortfallsIn = async (folder: string, wrong: number, right: number) => {
    const cases = Array.from({ length: wrong + right }, (_case, i) =>
      oneCase(String(i), i < wrong ? { expected: '5' } : {}),
    )
    return shortfallsOf(byLevel(await outcomesOf(cases, folder)))
  }

  test('when level 2 is not complete', async () => {
    expect(await shortfallsIn('compliance-level-2/0001-m', 1, 99)).toEqual([
      'compliance-level-2: expected 100 % of 100 cases to pass, got 99',
    ])
  })

  test('when less than 98 % of level 3 pass', async () => {
    expect(await shortfallsIn('compliance-level-3/0001-m', 2, 98)).toEqual([])
    expect(await shortfallsIn('compliance-level-3/0001-m', 3, 97)).toHaveLength(1)
  })

  test('when nothing was found', () => {
    expect(shortfallsOf([])).toHaveLength(1)
  })
})
