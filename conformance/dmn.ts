import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findSuites } from './dmn-tck/find-suites.ts'
import type { CaseOutcome } from './dmn-tck/outcome.ts'
import { markdownReport, textReport } from './dmn-tck/report.ts'
import { runSuite } from './dmn-tck/run-suite.ts'
import { byFolder, byLevel } from './dmn-tck/score.ts'
import { shortfallsOf } from './dmn-tck/shortfalls.ts'

const { values } = parseArgs({
  options: { tck: { type: 'string' }, out: { type: 'string' }, markdown: { type: 'string' } },
})
if (values.tck === undefined) throw new Error('expected --tck DIR, the folder of the DMN TCK, got none')

const { suites, skipped } = findSuites(values.tck)
const outcomes: CaseOutcome[] = []
for (const suite of suites) outcomes.push(...(await runSuite(suite)))

console.log(textReport(outcomes, skipped))
const levels = byLevel(outcomes)
const shortfalls = shortfallsOf(levels)
if (values.out !== undefined) {
  const notPassed = outcomes.filter(({ verdict }) => verdict !== 'passed')
  const report = { levels, folders: byFolder(outcomes), notPassed, skipped, shortfalls }
  writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`)
}
if (values.markdown !== undefined) writeFileSync(values.markdown, markdownReport(outcomes, skipped))
for (const shortfall of shortfalls) console.error(shortfall)
process.exitCode = shortfalls.length === 0 ? 0 : 1
