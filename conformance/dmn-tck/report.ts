import { causesOf } from './causes.ts'
import type { DmnReport } from './dmn-report.ts'
import type { Score } from './score.ts'

const COLUMNS = ['folder', 'cases', 'passed', 'failed', 'refused', 'shared', 'of these passed', 'feelin']

const cells = (score: Score): string[] => {
  const { name, total, passed, failed, refused, shared, sharedByUs, sharedBySecond } = score
  return [name, total, passed, failed, refused, shared, sharedByUs, sharedBySecond].map(String)
}

const percent = ({ passed, total }: Score): string => `${((passed / total) * 100).toFixed(2)} %`

/** The outcome as a text for a terminal. */
export function textReport({ folders, levels, notPassed, skipped }: DmnReport): string {
  const rows = [COLUMNS, ...folders.map(cells), ...levels.map(cells)]
  const widths = COLUMNS.map((_column, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const shares = levels.map((score) => `${score.name}: ${percent(score)}`)
  return [...table, '', ...causesOf(notPassed), ...shares, ...skippedLines(skipped), ''].join('\n')
}

const skippedLines = (skipped: readonly string[]): string[] =>
  skipped.length === 0
    ? []
    : [`skipped, as the kit itself leaves them out of its levels: ${skipped.join(', ')}`]
