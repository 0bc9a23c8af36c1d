import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { kartabl } from './kartabl/kartabl.ts'
import { placeOf } from './kartabl/places.ts'
import { readPack } from './pack/read-pack.ts'
import { argue } from './reporting/argue.ts'
import { argued } from './reporting/argued.ts'
import { runPack } from './running/run-pack.ts'
import { runScenario } from './running/run-scenario.ts'
import { runStaticPack } from './static.ts'

/** Cases from the suites of other engines, beside the repository or where KARTABL_SHARED says. */
const folder = join(process.env.KARTABL_SHARED ?? '../shared/data', 'conformance')
const present = existsSync(folder)
if (!present)
  console.warn(`Skipped: no conformance pack in ${folder}; set KARTABL_SHARED to the folder that holds it.`)

const whenPresent = present ? describe : describe.skip

whenPresent('the conformance pack', () => {
  test('every scenario of its core passes on the memory store, or is argued', async () => {
    const read = readPack(folder)
    const cases = read.ok ? read.value.filter((one) => one.case.core) : []
    expect(cases.length).toBeGreaterThan(0)
    const contender = kartabl(await placeOf('memory'), false)
    const play = (
      loaded: (typeof cases)[number],
      scenario: (typeof cases)[number]['case']['scenarios'][number],
    ) => runScenario(contender, loaded, scenario)
    const results = argue(await runPack(play, cases), argued)
    await contender.close()
    const wrong = results.flatMap(({ case: of, scenarios }) =>
      scenarios
        .filter(({ outcome }) => outcome !== 'passed' && outcome !== 'argued')
        .map(({ name, reasons }) => [of.id, name, ...reasons]),
    )
    expect(wrong).toEqual([])
  }, 60_000)

  test('every verdict of its static part is right, or is argued', async () => {
    const verdicts = await runStaticPack(folder)
    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts.filter(({ right, argued }) => !right && argued === null).map(({ file }) => file)).toEqual(
      [],
    )
  }, 60_000)
})
