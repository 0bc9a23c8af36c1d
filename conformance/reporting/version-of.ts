import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Where the command is run: the repository. */
const ROOT = pathToFileURL(`${process.cwd()}/`)

/** The version of a package that is installed here. */
export const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, ROOT), 'utf8')).version
