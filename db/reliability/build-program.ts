import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Beside the packages, so that the built program finds them. */
const FOLDER = 'node_modules/.cache/kartabl/reliability'

/**
 * Makes a program that plain Node can run of a file of this folder.
 * @returns the path of the program
 */
export async function buildProgram(name: string): Promise<string> {
  const outfile = join(FOLDER, `${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return outfile
}
