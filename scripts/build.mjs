import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverBundle } from './server-bundle.mjs'

const SOURCES = [
  'engine',
  'forms',
  'processes',
  'db',
  'api',
  'web',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
]
const STAMP = 'dist/built'

/** Builds server and web app into dist/, unless nothing has changed since the last build. */
export async function buildOnce() {
  const newest = Math.max(...SOURCES.map(newestChange))
  if (existsSync(STAMP) && Number(readFileSync(STAMP, 'utf8')) === newest) return
  console.log('Building (once) …')
  await Promise.all([buildServer(), buildWeb()])
  mkdirSync('dist', { recursive: true })
  writeFileSync(STAMP, String(newest))
}

function newestChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** One entry for the server and one for each process folder's handlers; what they share is split off, so it is one. */
async function buildServer() {
  const { build } = await import('esbuild')
  const handlers = readdirSync('processes')
    .map((folder) => join('processes', folder, 'handlers.ts'))
    .filter((file) => existsSync(file))
  const entries = handlers.map((file) => [file.replace(/\.ts$/, ''), file])
  await build({
    entryPoints: {
      main: 'api/main.ts',
      'parse-worker': 'engine/runtime/parsing/parse-worker.ts',
      ...Object.fromEntries(entries),
    },
    outdir: 'dist/server',
    ...serverBundle,
  })
}

async function buildWeb() {
  const { build } = await import('vite')
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' })
}

if (process.argv[1]?.endsWith('build.mjs')) await buildOnce()
