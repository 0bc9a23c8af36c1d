import type { CaseOutcome } from './outcome.ts'
import { byFolder, byLevel, type Score } from './score.ts'

const COLUMNS = ['folder', 'cases', 'passed', 'failed', 'refused', 'shared', 'of these passed', 'feelin']

const cells = ({
  name,
  total,
  passed,
  failed,
  refused,
  shared,
  sharedByUs,
  sharedBySecond,
}: Score): string[] => [name, total, passed, failed, refused, shared, sharedByUs, sharedBySecond].map(String)

const percent = ({ passed, total }: Score): string => `${((passed / total) * 100).toFixed(2)} %`

const SHARED = `*shared*: cases in which the npm package \`feelin\` can take part by itself, as the decision and all it
requires are literal expressions or tables that need nothing but the order of their rules.`

/** The outcome as a text for a terminal. */
export function textReport(outcomes: readonly CaseOutcome[], skipped: readonly string[]): string {
  const rows = [COLUMNS, ...byFolder(outcomes).map(cells), ...byLevel(outcomes).map(cells)]
  const widths = COLUMNS.map((_column, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const levels = byLevel(outcomes).map((score) => `${score.name}: ${percent(score)}`)
  return [...table, '', ...causesOf(outcomes), ...levels, ...skippedLines(skipped), ''].join('\n')
}

/** The same for the published page. */
export function markdownReport(outcomes: readonly CaseOutcome[], skipped: readonly string[]): string {
  const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  const table = (scores: readonly Score[]): string[] => [
    row(COLUMNS),
    row(COLUMNS.map((_column, i) => (i === 0 ? '---' : '---:'))),
    ...scores.map((score) => row(cells(score))),
  ]
  return [
    '## DMN Technology Compatibility Kit',
    '',
    ...byLevel(outcomes).map(
      (score) => `- ${score.name}: ${score.passed} of ${score.total} (${percent(score)})`,
    ),
    ...skippedLines(skipped).map((line) => `- ${line}`),
    '',
    SHARED,
    '',
    ...table(byLevel(outcomes)),
    '',
    '### Not passed',
    '',
    ...causesOf(outcomes).map((line) => `- ${line.replace(/[|<>]/g, '\\$&')}`),
    '',
    '### By folder',
    '',
    ...table(byFolder(outcomes)),
    '',
  ].join('\n')
}

/** Each cause once, with the cases it stopped. */
function causesOf(outcomes: readonly CaseOutcome[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { verdict, folder, id, cause } of outcomes) {
    if (verdict === 'passed') continue
    const key = `${verdict} ${folder}: ${cause.replace(/\s+/g, ' ')}`
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return [...groups].map(([cause, ids]) => `${cause} [${ids.join(', ')}]`)
}

const skippedLines = (skipped: readonly string[]): string[] =>
  skipped.length === 0
    ? []
    : [`skipped, as the kit itself leaves them out of its levels: ${skipped.join(', ')}`]
