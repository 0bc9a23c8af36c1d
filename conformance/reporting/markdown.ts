import type { DmnReport } from '../dmn-tck/dmn-report.ts'
import type { CaseResult } from '../running/run-pack.ts'
import type { StaticVerdict } from '../static.ts'
import { type Argued, argued } from './argued.ts'
import { confirmed } from './confirmed.ts'
import { dmnSection } from './dmn-section.ts'
import { markdownTable } from './markdown-table.ts'
import { staticSection } from './static-section.ts'
import { groups, tally, total } from './tally.ts'
import { versionOf } from './version-of.ts'

/** One contender's results on one store. */
export interface Run {
  readonly contender: string
  /** Where it kept its state; '' for a contender without a store. */
  readonly store: string
  readonly restart: boolean
  readonly results: readonly CaseResult[]
}

/**
 * The published page. The first run stands for the platform in the tables by feature; runs that differ from it are told
 * case by case.
 */
export function markdown(
  runs: readonly Run[],
  verdicts: readonly StaticVerdict[],
  dmn: DmnReport | null,
): string {
  const [ours] = runs
  if (!ours) throw new Error('expected at least one run to report, got none')
  const peers = runs.filter(({ contender }) => contender !== ours.contender)
  const stores = runs.filter(({ contender }) => contender === ours.contender)
  return `${[
    introduction(),
    '## Totals',
    totals(runs),
    ...differences(ours, stores),
    ...peers.flatMap((peer) => confirmed(peer) ?? []),
    '## By feature',
    'Scenarios passed of those whose models use the feature. A scenario counts for every feature of its model.',
    byFeature([ours, ...peers]),
    '## Decided differently',
    ...decided(ours.results),
    '## Not passed',
    ...notPassed(ours.results),
    ...staticSection(verdicts),
    ...dmnSection(dmn),
  ].join('\n\n')}\n`
}

const introduction = () => `# Conformance

Executable BPMN models with expected outcomes, taken from the test suites of other engines, played on the real runtime. This
page is written by the command itself:

\`\`\`
npm run conformance -- --pack DIR --dmn FILE --markdown docs/conformance.md
npm run conformance -- --pack DIR --store memory|sqlite|mariadb [--restart] [--out FILE]   # one of the runs
npm run conformance -- --pack DIR --peer                                                   # bpmn-engine
\`\`\`

Node ${process.version.slice(1)}, bpmn-engine ${versionOf('bpmn-engine')}; MariaDB where \`KARTABL_TEST_MARIADB\` says. \`--from FILE\` takes runs
that were written with \`--out\` instead of running them again. The command ends with 1 when a clean case neither passes nor
is argued.

A pack is a folder in the format \`bpmn-conformance-pack/1\`; \`conformance/README.md\` tells how its cases are run. *Restarted*
means that the engine was ended after every step and a new one begun on the same rows. A scenario that the deployment refuses,
or that the harness cannot ask an engine, counts as not passed; so does one that is argued: decided differently from the engine
whose test it was, with the standard's section. *core* is a selection balanced over features; *clean* are the
cases whose outcome nobody disputes. bpmn-engine is run by the same harness, with expressions and scripts in JavaScript, which
is its language, on the same models.`

const nameOf = ({ contender, store, restart }: Run): string =>
  [contender, store && `on ${store}`, restart && 'restarted']
    .filter(Boolean)
    .join(', ')
    .replace(', on', ' on')

function totals(runs: readonly Run[]): string {
  const heads = ['', 'all', 'core', 'clean', 'argued', 'refused', 'inexpressible']
  const rows = runs.map((run) => {
    const [all, core, clean] = groups(run.results).map(([, members]) => share(members))
    const { argued, refused, inexpressible } = tally(run.results)
    return [nameOf(run), all!, core!, clean!, String(argued), String(refused), String(inexpressible)]
  })
  return markdownTable([heads, ...rows])
}

function share(members: readonly CaseResult[]): string {
  const counts = tally(members)
  const all = total(counts)
  return all === 0 ? '–' : `${counts.passed}/${all} (${((counts.passed / all) * 100).toFixed(1)} %)`
}

/** Where a store or a restart changes an outcome, which it must not. */
function differences(ours: Run, stores: readonly Run[]): string[] {
  const lines = stores.flatMap((run) =>
    run.results.flatMap((result, at) =>
      result.scenarios
        .filter(({ outcome }, index) => outcome !== ours.results[at]!.scenarios[index]!.outcome)
        .map(({ name, outcome }) => `- ${nameOf(run)}: ${result.case.id} / ${name}: ${outcome}`),
    ),
  )
  if (lines.length === 0) return ['Every scenario has the same outcome on every store, restarted or not.']
  return ['These scenarios depend on the store or on the restart:', lines.join('\n')]
}

function byFeature(runs: readonly Run[]): string {
  const perRun = runs.map(({ results }) => groups(results).slice(3))
  const rows = (perRun[0] ?? []).map(([feature], at) => [
    feature,
    ...perRun.map((features) => {
      const counts = tally(features[at]![1])
      return `${counts.passed}/${total(counts)}`
    }),
  ])
  return markdownTable([['feature', ...runs.map(({ contender }) => contender)], ...rows])
}

const passed = ({ scenarios }: CaseResult): boolean => scenarios.every(({ outcome }) => outcome === 'passed')

function decided(results: readonly CaseResult[]): string[] {
  const known = new Map(results.map((result) => [result.case.id, result]))
  const ours = argued.filter((one) => known.has(one.case))
  if (ours.length === 0) return ['None.']
  return ours.map((one) => argument(one, passed(known.get(one.case)!)))
}

const argument = ({ case: id, section, expected, ours, why }: Argued, passes: boolean): string =>
  [
    `### ${id}`,
    `Expected: ${expected} Here: ${ours}${passes ? ' **It passes now: take the argument out.**' : ''}`,
    `${why} (OMG BPMN 2.0.2, ${section})`,
  ].join('\n\n')

function notPassed(results: readonly CaseResult[]): string[] {
  const arguedIds = new Set(argued.map((one) => one.case))
  const lines = results
    .filter((result) => !arguedIds.has(result.case.id))
    .flatMap(({ case: of, scenarios }) =>
      scenarios
        .filter(({ outcome }) => outcome !== 'passed')
        .map(({ name, outcome, reasons }) => `- ${of.id} / ${name} (${outcome}): ${reasons[0] ?? ''}`),
    )
  return lines.length === 0 ? ['None but those above.'] : [lines.join('\n')]
}
