/** `npm run dmn-conformance -- --tck DIR [--out FILE]`: runs the DMN TCK on the engine. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
// Files are named from where the command was given.
const asked = process.argv
  .slice(2)
  .map((word, i, words) => (words[i - 1]?.startsWith('--') ? resolve(word) : word))
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { build } = await import('esbuild')
await build({
  entryPoints: { dmn: 'conformance/dmn.ts' },
  outdir: 'dist/conformance',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
const flags = ['--enable-source-maps', '--no-warnings']
const done = spawnSync(process.execPath, [...flags, 'dist/conformance/dmn.js', ...asked], {
  stdio: 'inherit',
})
process.exit(done.status ?? 1)
