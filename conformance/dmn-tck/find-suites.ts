import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'

/** A folder of the kit: models and files of cases. */
export interface SuiteFolder {
  readonly name: string
  /** `compliance-level-3`, or `no level` for a folder outside of any. */
  readonly level: string
  readonly models: ReadonlyMap<string, string>
  /** Files of cases, by name. */
  readonly cases: ReadonlyMap<string, string>
}

interface FoundSuites {
  readonly suites: readonly SuiteFolder[]
  /** Folders that the kit itself keeps out of its levels. */
  readonly skipped: readonly string[]
}

/** Every folder below `root` that has a model and a file of cases, whatever the folders around it are called. */
export function findSuites(root: string): FoundSuites {
  const suites: SuiteFolder[] = []
  const skipped: string[] = []
  const visit = (folder: string): void => {
    if (basename(folder) === 'non-compliant') {
      skipped.push(...readdirSync(folder).map((name) => `non-compliant/${name}`))
      return
    }
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    const suite = suiteOf(folder, files)
    if (suite !== null) suites.push(suite)
    for (const entry of entries) if (entry.isDirectory()) visit(join(folder, entry.name))
  }
  visit(resolve(root))
  return { suites, skipped }
}

function suiteOf(folder: string, files: readonly string[]): SuiteFolder | null {
  const read = (ending: string): Map<string, string> =>
    new Map(
      files
        .filter((name) => name.endsWith(ending))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    )
  const models = read('.dmn')
  const cases = new Map([...read('.xml')].filter(([, text]) => /<(\w+:)?testCases[\s>]/.test(text)))
  if (models.size === 0 || cases.size === 0) return null
  return { name: basename(folder), level: levelOf(folder), models, cases }
}

const levelOf = (folder: string): string =>
  folder.split(sep).find((part) => /^compliance-level-\d+$/.test(part)) ?? 'no level'
