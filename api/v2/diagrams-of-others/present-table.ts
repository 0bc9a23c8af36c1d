import type { Folder } from './files-of-others.ts'
import type { FoundProblem, Outcome, Run } from './way.ts'

export interface Found {
  readonly folder: Folder
  readonly name: string
  readonly outcome: Outcome
}

const hasEnded = ({ outcome }: Found) =>
  outcome.kind === 'run' && outcome.runs.every(({ state }) => state === 'ended')
const isRefused = ({ outcome }: Found) => outcome.kind === 'refused'

/** The document: how many, then a row for each file. It says the same for the same outcomes. */
export const presentTable = (found: readonly Found[]): string =>
  [
    '# Diagrams drawn by others',
    '',
    'Every diagram of three public collections, deployed through `POST /v2/deployments` by the unmodified public client with',
    'the decisions and forms of its folder, and driven to its end through `/v2`: jobs worked, tasks completed by a person of',
    'staff with the fields of their forms, messages published, the clock moved. Written by',
    '`node scripts/diagrams-of-others.mjs --write`, which needs the collections (`KARTABL_SHARED`); the test fails when',
    'this page is not what a run says. Of each refusal it also checks that the file really is as the problem says.',
    '',
    ...counts(found),
    '',
    '| folder | file | outcome | why |',
    '|---|---|---|---|',
    ...found.map((one) => `| ${one.folder} | ${one.name} | ${outcomeWord(one)} | ${whyOf(one.outcome)} |`),
    '',
  ].join('\n')

const countRow = (title: string, rows: readonly Found[]) => {
  const ended = rows.filter(hasEnded).length
  const refused = rows.filter(isRefused).length
  return `| ${title} | ${rows.length} | ${ended} | ${refused} | ${rows.length - ended - refused} |`
}

const counts = (found: readonly Found[]) => [
  '| folder | files | run to the end | refused | waits |',
  '|---|---:|---:|---:|---:|',
  ...[...new Set(found.map(({ folder }) => folder))].map((folder) =>
    countRow(
      folder,
      found.filter((one) => one.folder === folder),
    ),
  ),
  countRow('all', found),
]

const outcomeWord = (one: Found) => (isRefused(one) ? 'refused' : hasEnded(one) ? 'run to the end' : 'waits')

const whyOf = (outcome: Outcome): string =>
  outcome.kind === 'refused' ? problemsText(outcome.problems) : outcome.runs.map(runText).join('<br>')

/** What happened, then where it ended: `type: completed, …; ended at End`. */
const runText = ({ way, process, deeds, state, at }: Run) =>
  inCell(`${way} (${process}): ${[...deeds, `${state} at ${at.join(', ')}`].join('; ')}`)

/** Each code with how often, and the first one in its words. */
function problemsText(problems: readonly FoundProblem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))]
  return codes
    .map((code) => {
      const same = problems.filter((problem) => problem.code === code)
      const words = same[0]!.message.replace(/^[^:]+\.bpmn: /, '')
      return `\`${code}\` × ${same.length}: ${inCell(`${same[0]!.element}: ${words}`)}`
    })
    .join('<br>')
}

const inCell = (text: string) =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('$', '&#36;').replace(/\s+/g, ' ')
