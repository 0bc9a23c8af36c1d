import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { kartabl } from './kartabl/kartabl.ts'
import { placeOf, type StoreKind } from './kartabl/places.ts'
import { readPack } from './pack/read-pack.ts'
import { printReport } from './reporting/print-report.ts'
import { runPack } from './running/run-pack.ts'

const { values } = parseArgs({
  options: {
    pack: { type: 'string' },
    out: { type: 'string' },
    store: { type: 'string', default: 'memory' },
    restart: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
})

const stores: readonly string[] = ['memory', 'sqlite', 'mariadb']

function refuse(...reasons: readonly string[]): never {
  for (const reason of reasons) console.error(reason)
  process.exit(2)
}

if (values.pack === undefined) refuse('expected --pack DIR, the folder of a conformance pack')
if (!stores.includes(values.store)) refuse(`expected --store ${stores.join('|')}, got ${values.store}`)
const pack = readPack(values.pack)
if (!pack.ok) refuse(...pack.error)
const { only } = values
const cases = pack.value.filter((one) => !only || only.includes(one.case.id))
if (cases.length === 0)
  refuse(`expected --only to name cases of the pack, it has none of ${only?.join(', ')}`)

const contender = kartabl(await placeOf(values.store as StoreKind), values.restart)
const begun = Date.now()
const results = await runPack(contender, cases, ({ case: of, scenarios }) => {
  if (only) for (const { name, outcome } of scenarios) console.log(`${outcome} ${of.id} / ${name}`)
})
await contender.close()
console.log(printReport(results))
console.log(
  `\n${values.store}${values.restart ? ', restarted after every step' : ''}: ${Date.now() - begun} ms`,
)
if (values.out) writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`)
const wrong = results.some(
  (result) => result.case.clean && result.scenarios.some(({ outcome }) => outcome !== 'passed'),
)
process.exit(wrong ? 1 : 0)
