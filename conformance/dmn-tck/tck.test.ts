import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findSuites } from './find-suites.ts'
import type { CaseOutcome } from './outcome.ts'
import { runSuite } from './run-suite.ts'
import { byLevel } from './score.ts'
import { shortfallsOf } from './shortfalls.ts'

const shared = process.env.KARTABL_SHARED ?? join(dirname(fileURLToPath(import.meta.url)), '../../../shared')
// The variable may name the shared folder or its data folder.
const kit = [join(shared, 'data/dmn-tck'), join(shared, 'dmn-tck')].find((folder) => existsSync(folder))

if (kit === undefined) {
  console.log(
    `DMN TCK skipped: no ${join(shared, 'data/dmn-tck')}; set KARTABL_SHARED to a folder with data/dmn-tck.`,
  )
  test.skip('the DMN TCK passes (set KARTABL_SHARED to run it)', () => undefined)
} else {
  test('the DMN TCK passes, and no level below a second interpreter', async () => {
    const outcomes: CaseOutcome[] = []
    for (const suite of findSuites(kit).suites) outcomes.push(...(await runSuite(suite)))
    expect(shortfallsOf(byLevel(outcomes))).toEqual([])
    // Two want fractions of seconds ignored, the others want Java.
    const causes = outcomes.filter(({ verdict }) => verdict !== 'passed').map(({ folder }) => folder)
    expect(causes.filter((folder) => folder === '0068-feel-equality').length).toBeLessThanOrEqual(2)
    expect(
      causes.filter((folder) => folder !== '0068-feel-equality' && folder !== '0076-feel-external-java'),
    ).toEqual([])
  })
}
