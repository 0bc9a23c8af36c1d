import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dmnReport } from './dmn-tck/dmn-report.ts'
import { findSuites } from './dmn-tck/find-suites.ts'
import type { CaseOutcome } from './dmn-tck/outcome.ts'
import { textReport } from './dmn-tck/report.ts'
import { runSuite } from './dmn-tck/run-suite.ts'

const { values } = parseArgs({ options: { tck: { type: 'string' }, out: { type: 'string' } } })
if (values.tck === undefined) throw new Error('expected --tck DIR, the folder of the DMN TCK, got none')

const { suites, skipped } = findSuites(values.tck)
const outcomes: CaseOutcome[] = []
for (const suite of suites) outcomes.push(...(await runSuite(suite)))

const report = dmnReport(outcomes, skipped)
console.log(textReport(report))
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`)
for (const shortfall of report.shortfalls) console.error(shortfall)
process.exitCode = report.shortfalls.length === 0 ? 0 : 1
