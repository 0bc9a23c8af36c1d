import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Handlers } from '../../engine/index.ts'
import type { DeploymentFile } from '../../engine/runtime/engine.ts'

/** One folder under `processes/`: everything that is deployed together, and the code of its service tasks. */
export interface ProcessFolder {
  /** Folder = process id = file name of the diagram. */
  readonly id: string
  readonly files: readonly DeploymentFile[]
  readonly handlers: Handlers
}

/** A folder is not as it must be; the message says which, why, and what to do. */
export class BadProcessFolder extends Error {
  constructor(folder: string, message: string) {
    super(`processes/${folder}: ${message}`)
    this.name = 'BadProcessFolder'
  }
}

export interface FolderPlaces {
  /** Where the folders are. */
  readonly sources: string
  /** The module of a folder's handlers; it exports `handlers`. */
  readonly handlersOf: (folder: string) => string
}

/** Every folder under `processes/` that has a diagram, by name. A folder is added by adding it: nothing names it. */
export async function readProcessFolders({ sources, handlersOf }: FolderPlaces): Promise<ProcessFolder[]> {
  if (!existsSync(sources)) return []
  const entries = await readdir(sources, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    folders.sort().map((folder) => readFolder(join(sources, folder), folder, handlersOf(folder))),
  )
}

async function readFolder(path: string, id: string, module: string): Promise<ProcessFolder> {
  const names = (await readdir(path)).filter((name) => /\.(bpmn|dmn|form)$/.test(name)).sort()
  if (!names.includes(`${id}.bpmn`))
    throw new BadProcessFolder(
      id,
      `expected the diagram ${id}.bpmn, found ${names.join(', ') || 'none'}. Rename the file or the folder.`,
    )
  const files = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(path, name), 'utf8') })),
  )
  return { id, files, handlers: await readHandlers(id, module) }
}

async function readHandlers(id: string, module: string): Promise<Handlers> {
  if (!existsSync(module)) return {}
  const loaded: { handlers?: Handlers } = await import(pathToFileURL(module).href)
  if (loaded.handlers === undefined)
    throw new BadProcessFolder(
      id,
      'expected handlers.ts to export `handlers`, it does not. Export defineHandlers({ … }).',
    )
  return loaded.handlers
}

/** The handlers of all folders together. Two folders may not both answer to one job type. */
export function allHandlers(folders: readonly ProcessFolder[]): Handlers {
  const owners = new Map<string, string>()
  for (const { id, handlers } of folders)
    for (const type of Object.keys(handlers)) {
      const owner = owners.get(type)
      if (owner !== undefined)
        throw new BadProcessFolder(
          id,
          `the job type ${type} already has a handler in processes/${owner}. Rename one.`,
        )
      owners.set(type, id)
    }
  return Object.assign({}, ...folders.map((folder) => folder.handlers)) as Handlers
}
