import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Beside the packages, so that the built program finds them. */
const FOLDER = 'node_modules/.cache/kartabl/reliability'

/**
 * Makes a program that plain Node can run of a TypeScript file.
 * @returns the path of the program
 */
export async function buildProgram(file: URL): Promise<string> {
  const source = fileURLToPath(file)
  const outfile = join(FOLDER, `${basename(source, '.ts')}-${process.pid}.mjs`)
  await build({
    entryPoints: [source],
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
