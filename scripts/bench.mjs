/** `npm run bench [-- --quick] [-- --only NAME] [-- --json FILE]`: builds the benchmarks and runs them. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'
import { serverBundle } from './server-bundle.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { build } = await import('esbuild')
await build({
  entryPoints: {
    main: 'bench/main.ts',
    'parse-worker': 'engine/runtime/parsing/parse-worker.ts',
    'http-client': 'bench/http/client.ts',
  },
  outdir: 'dist/bench',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
// A process of its own, built as the product is.
await build({
  entryPoints: { 'restarted-server': 'bench/http/restarted-server.ts' },
  outdir: 'dist/bench',
  ...serverBundle,
})
// --expose-gc: a contender must not pay for the garbage of the one before.
const flags = ['--enable-source-maps', '--expose-gc', '--no-warnings']
const done = spawnSync(process.execPath, [...flags, 'dist/bench/main.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(done.status ?? 1)
