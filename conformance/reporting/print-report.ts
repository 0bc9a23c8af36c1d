import type { CaseResult } from '../running/run-pack.ts'
import { groups, tally, total } from './tally.ts'

const HEAD = ['', 'scenarios', 'passed', 'failed', 'refused', 'inexpressible', 'argued']

/** Totals and features as a table, then every scenario that did not pass with its reasons. */
export function printReport(results: readonly CaseResult[]): string {
  const rows = groups(results).map(([name, members]) => {
    const counts = tally(members)
    const { passed, failed, refused, inexpressible, argued } = counts
    return [name, total(counts), passed, failed, refused, inexpressible, argued].map(String)
  })
  return [...table([HEAD, ...rows]), '', ...results.flatMap(reasonsOf)].join('\n')
}

export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
  )
}

const reasonsOf = ({ case: of, scenarios }: CaseResult): string[] =>
  scenarios
    .filter(({ outcome }) => outcome !== 'passed')
    .flatMap(({ name, outcome, reasons }) => [
      `${outcome} ${of.id} / ${name}${of.clean ? '' : ' (not clean)'}`,
      ...reasons.map((reason) => `    ${reason}`),
    ])
