import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Arguments, readArguments } from './arguments.ts'
import { readDmnReport } from './dmn-tck/dmn-report.ts'
import { kartabl } from './kartabl/kartabl.ts'
import { placeOf, type StoreKind } from './kartabl/places.ts'
import { type LoadedCase, readPack } from './pack/read-pack.ts'
import { BoundedPlayer } from './peers/bounded-player.ts'
import { argue, needless } from './reporting/argue.ts'
import { argued } from './reporting/argued.ts'
import { markdown, type Run } from './reporting/markdown.ts'
import { printReport } from './reporting/print-report.ts'
import { type CaseResult, runPack } from './running/run-pack.ts'
import { runScenario } from './running/run-scenario.ts'
import { runStaticPack } from './static.ts'

/** Whether every case of these whose outcome is undisputed passed or is argued. */
const isRight = (results: readonly CaseResult[]): boolean =>
  results
    .filter((result) => result.case.clean)
    .every(({ scenarios }) => scenarios.every(({ outcome }) => outcome === 'passed' || outcome === 'argued'))

function refuse(...reasons: readonly string[]): never {
  for (const reason of reasons) console.error(reason)
  process.exit(2)
}

function loadCases({ pack, only }: Arguments): readonly LoadedCase[] {
  const read = readPack(pack)
  if (!read.ok) refuse(...read.error)
  const cases = read.value.filter((one) => only === null || only.includes(one.case.id))
  if (cases.length === 0) refuse(`expected cases to run, the pack has none of: ${only?.join(', ') ?? 'any'}`)
  return cases
}

async function runOn(store: StoreKind, restart: boolean, cases: readonly LoadedCase[]): Promise<Run> {
  const begun = Date.now()
  const contender = kartabl(await placeOf(store), restart)
  const results = await runPack((loaded, scenario) => runScenario(contender, loaded, scenario), cases)
  await contender.close()
  console.log(`${store}${restart ? ', restarted after every step' : ''}: ${Date.now() - begun} ms`)
  for (const id of needless(results, argued)) console.log(`${id} passes: take its argument out`)
  return { contender: 'Kartabl', store, restart, results: argue(results, argued) }
}

async function runPeer(cases: readonly LoadedCase[]): Promise<Run> {
  const begun = Date.now()
  const player = new BoundedPlayer()
  const results = await runPack(player.play, cases)
  await player.close()
  console.log(`bpmn-engine: ${Date.now() - begun} ms`)
  return { contender: 'bpmn-engine', store: '', restart: false, results }
}

/** Every store, with and without restarts, and the other engines: what the published page tells. */
async function runAll(cases: readonly LoadedCase[]): Promise<Run[]> {
  const runs: Run[] = []
  for (const store of ['memory', 'sqlite', 'mariadb'] as const)
    for (const restart of [false, true]) runs.push(await runOn(store, restart, cases))
  return [...runs, await runPeer(cases)]
}

async function runsFor(
  { markdown, from, peer, store, restart }: Arguments,
  cases: readonly LoadedCase[],
): Promise<Run[]> {
  // Written by this command, so of this shape.
  if (from.length > 0) return from.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Run[])
  if (markdown) return runAll(cases)
  return [peer ? await runPeer(cases) : await runOn(store, restart, cases)]
}

/** Of the part of the pack that asks whether a model is valid; not every pack has one. */
const staticVerdicts = async (pack: string) =>
  existsSync(join(pack, 'static_index.json')) ? runStaticPack(pack) : []

async function main(): Promise<boolean> {
  const given = readArguments(process.argv.slice(2))
  const cases = loadCases(given)
  const runs = await runsFor(given, cases)
  console.log(printReport(runs[0]!.results))
  if (given.out) writeFileSync(given.out, `${JSON.stringify(runs, null, 2)}\n`)
  if (given.markdown) {
    const dmn = given.dmn === null ? null : readDmnReport(given.dmn)
    writeFileSync(given.markdown, markdown(runs, await staticVerdicts(given.pack), dmn))
  }
  return runs.filter(({ contender }) => contender === 'Kartabl').every(({ results }) => isRight(results))
}

const right = await main().catch((error: unknown) =>
  refuse(error instanceof Error ? error.message : String(error)),
)
process.exit(right ? 0 : 1)
