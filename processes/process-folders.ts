import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Handlers } from '../engine/index.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** A process folder as it lies on the disk. */
export interface ProcessSource {
  readonly id: string
  /** Diagram, forms and decisions. */
  readonly files: readonly { readonly name: string; readonly content: string }[]
  readonly handlers: Handlers
}

/** All process folders, by name, for the tests; the server reads them from its build. */
export const processSources = (): Promise<ProcessSource[]> =>
  Promise.all(
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => sourceOf(entry.name)),
  )

async function sourceOf(id: string): Promise<ProcessSource> {
  const folder = join(root, id)
  const names = readdirSync(folder).filter((name) => /\.(bpmn|dmn|form)$/.test(name))
  const files = names.map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }))
  const module = join(folder, 'handlers.ts')
  const { handlers }: { handlers: Handlers } = existsSync(module) ? await import(module) : { handlers: {} }
  return { id, files, handlers }
}
