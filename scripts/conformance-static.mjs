/** `npm run conformance:static -- --pack DIR [--out FILE]`: builds the judge of models and runs it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const calledFrom = process.env.INIT_CWD ?? process.cwd()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { build } = await import('esbuild')
await build({
  entryPoints: { static: 'conformance/static-main.ts' },
  outdir: 'dist/conformance',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
const judge = fileURLToPath(new URL('../dist/conformance/static.js', import.meta.url))
const flags = ['--enable-source-maps', '--no-warnings', judge, ...process.argv.slice(2)]
const done = spawnSync(process.execPath, flags, { stdio: 'inherit', cwd: calledFrom })
process.exit(done.status ?? 1)
