import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const folders = ['zeebe', 'camunda7', 'miwg'] as const
export type Folder = (typeof folders)[number]

/** Where KARTABL_SHARED says, or beside the repository. */
const root = join(
  process.env.KARTABL_SHARED ?? join(import.meta.dirname, '../../../../shared/data'),
  'diagrams',
)

export const present = folders.every((folder) => existsSync(join(root, folder)))
export const absent =
  'Skipped: the diagrams drawn by others are not there. Set KARTABL_SHARED to the folder that holds diagrams/.'

/** File names of a folder that end so, in a stable order. */
export const namesIn = (folder: Folder, ending: string): string[] =>
  present
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
    : []

export const readIn = (folder: Folder, name: string): string => readFileSync(join(root, folder, name), 'utf8')

/** Name → text of the decisions and forms of a folder. */
export const besideIn = (folder: Folder): Record<string, string> =>
  Object.fromEntries(
    [...namesIn(folder, '.dmn'), ...namesIn(folder, '.form')].map((name) => [name, readIn(folder, name)]),
  )
