import { type Figure, isReached } from './figure.ts'

const number = (value: number): string => {
  if (value >= 1_000_000) return `${(value / 1_000_000).toPrecision(3)} M`
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

const HEAD = ['', 'ours', 'reference', 'ratio', 'goal', 'reached', 'unit; reference']

/** The figures as a table of Markdown, which is also readable in a terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(rowOf)
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function rowOf(figure: Figure): string[] {
  const { name, ours, reference, ratio, goal, unit, against } = figure
  const reached = isReached(figure)
  return [
    name,
    number(ours),
    number(reference),
    `${number(ratio)} ×`,
    goal === null ? '' : `≥ ${number(goal)} ×`,
    reached === null ? '' : reached ? 'yes' : `${Math.round((ratio / figure.goal!) * 100)} % of it`,
    `${unit}; ${against}`,
  ]
}
