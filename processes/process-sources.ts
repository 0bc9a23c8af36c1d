import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Handlers } from '../engine/index.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

export interface SourceFile {
  readonly name: string
  readonly content: string
}

/** A process folder as it lies on the disk. */
export interface ProcessSource {
  readonly id: string
  /** Diagram, forms and decisions. */
  readonly files: readonly SourceFile[]
  readonly handlers: Handlers
}

/** All process folders, by name, for the tests; the server reads them from its build. */
export async function processSources(): Promise<ProcessSource[]> {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const sources: ProcessSource[] = []
  // One after the other: the test runner's loader mixes up modules that are first imported at the same time.
  for (const { name } of folders) sources.push(await sourceOf(name))
  return sources
}

async function sourceOf(id: string): Promise<ProcessSource> {
  const folder = join(root, id)
  const names = readdirSync(folder).filter((name) => /\.(bpmn|dmn|form)$/.test(name))
  const files = names.map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }))
  const module = join(folder, 'handlers.ts')
  const { handlers }: { handlers: Handlers } = existsSync(module) ? await import(module) : { handlers: {} }
  return { id, files, handlers }
}
