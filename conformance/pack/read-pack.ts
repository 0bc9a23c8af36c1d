import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../engine/result.ts'
import { type Case, PackIndex } from './pack.ts'

/** A case with the text of its files. */
export interface LoadedCase {
  readonly case: Case
  readonly files: readonly LoadedFile[]
}

export interface LoadedFile {
  /** Path inside the pack. */
  readonly path: string
  readonly xml: string
}

/** @returns the cases, or in sentences what keeps the folder from being a pack */
export function readPack(folder: string): Result<LoadedCase[], string[]> {
  const path = join(folder, 'index.json')
  if (!existsSync(path)) return fail([`expected a pack, but there is no ${path}`])
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return fail([`${path}: expected JSON, got something else: ${(error as Error).message}`])
  }
  const index = PackIndex.safeParse(content)
  if (!index.success)
    return fail(index.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`))
  return loadFiles(folder, index.data.cases, index.data.sha256 ?? {})
}

function loadFiles(
  folder: string,
  cases: readonly Case[],
  hashes: Readonly<Record<string, string>>,
): Result<LoadedCase[], string[]> {
  const problems: string[] = []
  const load = (path: string): LoadedFile => {
    const place = join(folder, path)
    if (!existsSync(place)) {
      problems.push(`a case needs the file ${path}, which is not in the pack`)
      return { path, xml: '' }
    }
    const bytes = readFileSync(place)
    const expected = hashes[path]
    const got = createHash('sha256').update(bytes).digest('hex')
    if (expected !== undefined && expected !== got)
      problems.push(
        `${path} is not the file that the index was made for: expected SHA-256 ${expected}, got ${got}`,
      )
    return { path, xml: bytes.toString('utf8') }
  }
  const loaded = cases.map((one) => ({ case: one, files: one.files.map(load) }))
  return problems.length > 0 ? fail(problems) : ok(loaded)
}
