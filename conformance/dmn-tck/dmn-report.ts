import { readFileSync } from 'node:fs'
import type { CaseOutcome } from './outcome.ts'
import { byFolder, byLevel, type Score } from './score.ts'
import { shortfallsOf } from './shortfalls.ts'

/** What `npm run dmn-conformance` writes with `--out`. */
export interface DmnReport {
  readonly levels: readonly Score[]
  readonly folders: readonly Score[]
  readonly notPassed: readonly CaseOutcome[]
  /** Folders that the kit itself keeps out of its levels. */
  readonly skipped: readonly string[]
  /** Why the result is not good enough; empty when it is. */
  readonly shortfalls: readonly string[]
}

export function dmnReport(outcomes: readonly CaseOutcome[], skipped: readonly string[]): DmnReport {
  const levels = byLevel(outcomes)
  return {
    levels,
    folders: byFolder(outcomes),
    notPassed: outcomes.filter(({ verdict }) => verdict !== 'passed'),
    skipped,
    shortfalls: shortfallsOf(levels),
  }
}

/** @throws Error that names the file when it holds something else */
export function readDmnReport(file: string): DmnReport {
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isReport(read))
    throw new Error(
      `expected a report of npm run dmn-conformance -- --out FILE in ${file}, got something else`,
    )
  return read
}

// Written by that command, so what has its fields is of its shape.
const isReport = (read: unknown): read is DmnReport =>
  typeof read === 'object' && read !== null && 'levels' in read && 'notPassed' in read && 'skipped' in read
