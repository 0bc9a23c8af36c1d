import { causesOf } from '../dmn-tck/causes.ts'
import type { DmnReport } from '../dmn-tck/dmn-report.ts'
import type { Score } from '../dmn-tck/score.ts'
import { markdownTable } from './markdown-table.ts'
import { versionOf } from './version-of.ts'

const HEADS = ['', 'cases', 'passed', 'failed', 'refused', 'shared', 'Kartabl on these', 'feelin on these']

/** How much of the DMN TCK passes by level, beside the npm package `feelin`, and what stops the rest; nothing without a report. */
export function dmnSection(report: DmnReport | null): string[] {
  if (report === null) return []
  const { levels, notPassed, skipped } = report
  return [
    '## DMN Technology Compatibility Kit',
    introduction(levels),
    markdownTable([HEADS, ...levels.map(cells)]),
    ...(skipped.length === 0
      ? []
      : [`Not run, as the kit itself keeps them out of its levels: ${skipped.join(', ')}.`]),
    '### Not passed in the kit',
    notPassed.length === 0 ? 'None.' : causesOf(notPassed).map(listed).join('\n'),
  ]
}

const introduction = (levels: readonly Score[]): string =>
  `\`npm run dmn-conformance -- --tck DIR --out FILE\` runs the kit; \`--dmn FILE\` puts what it wrote on this page. Passed: ` +
  `${levels.map(({ name, passed, total }) => `${passed} of ${total} cases of ${labelOf(name)}`).join(', ')}. ` +
  `*Shared* are the cases in which feelin ${versionOf('feelin')} can take part by itself: the decision and all it requires ` +
  'are literal expressions, or tables that need nothing but the order of their rules.'

const cells = ({ name, ...score }: Score): string[] => [
  labelOf(name),
  String(score.total),
  share(score.passed, score.total),
  String(score.failed),
  String(score.refused),
  String(score.shared),
  share(score.sharedByUs, score.shared),
  share(score.sharedBySecond, score.shared),
]

/** `compliance-level-2` → `level 2`. */
const labelOf = (level: string): string => level.replace(/^compliance-level-/, 'level ')

const share = (count: number, all: number): string =>
  all === 0 ? '–' : `${count} (${((count / all) * 100).toFixed(2)} %)`

/** Causes quote expressions, which may hold what a page takes for its own signs. */
const listed = (cause: string): string => `- ${cause.replace(/[|<>*_]/g, '\\$&')}`
