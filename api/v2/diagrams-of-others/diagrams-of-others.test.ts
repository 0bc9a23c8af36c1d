import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestDatabase, testDatabases } from '../../../db/records/testing/test-databases.ts'
import { type ServedCompany, serveCompany } from '../testing/served-company.ts'
import { absent, type Folder, folders, namesIn, present, readIn } from './files-of-others.ts'
import { type Found, presentTable } from './present-table.ts'
import { untrueOf } from './refusal-truth.ts'
import { runDiagram } from './run-diagram.ts'
import type { Outcome } from './way.ts'
import { ways } from './ways.ts'

const page = join(import.meta.dirname, '../../../docs/diagrams-of-others.md')
const [sqlite, ...others] = testDatabases
/** The zeebe folder runs on every database, the rest on one. */
const runsOn: readonly [string, readonly Folder[], () => Promise<TestDatabase>][] = [
  [sqlite![0], folders, sqlite![1]],
  ...others.map(
    ([name, open]) => [name, ['zeebe'] as const, open] as [string, readonly Folder[], typeof open],
  ),
]

/** Refused on purpose, or for what is not there yet: code and element. */
const refusedOfZeebe: Readonly<Record<string, readonly string[]>> = {
  'Client-BrokenBpmn.bpmn': [
    'missing_task_type ServiceTask_0g6tf5f',
    'expression_expected IntermediateCatchEvent_1smhq9d',
  ],
}
const runOfMiwg = ['C.9.0.bpmn', 'C.9.1.bpmn', 'C.9.2.bpmn']
/** It calls a case, which is no process. */
const refusedOfCamunda7 = ['underwriting-process.bpmn']

const isRun = (folder: Folder, name: string) => {
  if (folder === 'zeebe') return !(name in refusedOfZeebe)
  return folder === 'camunda7' ? !refusedOfCamunda7.includes(name) : runOfMiwg.includes(name)
}

/** What each way of a diagram must come to, in the words of `endsOf`. */
const expectedEnds = (name: string) =>
  (ways[name] ?? []).flatMap(({ name: way, ends }) => ends.map((at) => ({ way, state: 'ended', at })))
const endsOf = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome : outcome.runs.map(({ way, state, at }) => ({ way, state, at }))

if (!present) console.log(absent)
const whenPresent = present ? describe : describe.skip

whenPresent.each(runsOn)('diagrams drawn by others, on %s', (_name, runFolders, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
  })
  afterAll(async () => {
    await company?.close()
    await test?.drop()
  })
  const files = runFolders.flatMap((folder) =>
    namesIn(folder, '.bpmn').map((name): [Folder, string] => [folder, name]),
  )
  const found: Found[] = []
  const run = async (folder: Folder, name: string) => {
    const outcome = await runDiagram(company, folder, name)
    found.push({ folder, name, outcome })
    return outcome
  }

  it.each(files.filter(([folder, name]) => isRun(folder, name)))(
    '%s/%s is deployed and run to its end',
    async (folder, name) => {
      expect(name in ways).toBe(true)
      expect(endsOf(await run(folder, name))).toEqual(expectedEnds(name))
    },
  )

  it.each(files.filter(([folder, name]) => !isRun(folder, name)))(
    '%s/%s is refused with problems that are true',
    async (folder, name) => {
      const outcome = await run(folder, name)
      const problems = outcome.kind === 'refused' ? outcome.problems : []
      expect(outcome.kind).toBe('refused')
      expect(problems.length).toBeGreaterThan(0)
      expect(await untrueOf(readIn(folder, name), problems)).toEqual([])
      const expected = refusedOfZeebe[name]
      if (expected) expect(problems.map(({ code, element }) => `${code} ${element}`)).toEqual(expected)
    },
  )

  it('says what is written in docs/diagrams-of-others.md', () => {
    if (runFolders.length < folders.length) return
    const order = (one: Found) =>
      files.findIndex(([folder, name]) => folder === one.folder && name === one.name)
    const text = presentTable([...found].sort((a, b) => order(a) - order(b)))
    if (process.env.KARTABL_WRITE_DOCS) writeFileSync(page, text)
    expect(readFileSync(page, 'utf8')).toBe(text)
  })
})
