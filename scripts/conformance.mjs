/** `npm run conformance -- --pack DIR […]`: builds the conformance harness and runs it; see conformance/README.md. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const calledFrom = process.env.INIT_CWD ?? process.cwd()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { build } = await import('esbuild')
await build({
  entryPoints: { main: 'conformance/main.ts', 'peer-worker': 'conformance/peers/peer-worker.ts' },
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
const paths = new Set(['--pack', '--out', '--markdown', '--from', '--dmn'])
// Paths are meant from where the command was given.
const args = process.argv
  .slice(2)
  .map((arg, at, all) => (paths.has(all[at - 1]) ? resolve(calledFrom, arg) : arg))
const done = spawnSync(process.execPath, [...flags, 'dist/conformance/main.js', ...args], {
  stdio: 'inherit',
})
process.exit(done.status ?? 1)
