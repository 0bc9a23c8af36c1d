/** What `.ci/run` runs once the services are there: every check, each counted, and one closing line. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const REPORTS = 'node_modules/.cache/kartabl/reports'
const SERVERS = {
  KARTABL_TEST_MARIADB: 'mysql://root@127.0.0.1:3306',
  KARTABL_TEST_REDIS: 'redis://127.0.0.1:6379',
}

let passed = 0
let failed = 0

/** Shows what the command prints: at once, or with `after` once it has ended, where another one runs beside it. */
async function run(name, command, { env = {}, show = 'at once' } = {}) {
  if (show === 'at once') console.log(`\n=== ${name}: ${command.join(' ')}`)
  const started = Date.now()
  const [program, ...args] = command
  const stdio = show === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe']
  const child = spawn(program, args, { stdio, env: { ...process.env, ...env } })
  const printed = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data))
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1)).on('close', (code) => resolve(code ?? 1))
  })
  if (show === 'after')
    console.log(`\n=== ${name}: ${command.join(' ')}\n${Buffer.concat(printed).toString('utf8').trimEnd()}`)
  const end = status === 0 ? 'ok' : `exit ${status}`
  console.log(`=== ${name}: ${end} after ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}

/** Counts the tests of a jest run by its own report; a run without a report has failed as a whole. */
async function runTests(name, command, env) {
  const report = `${REPORTS}/${name.replaceAll(' ', '-')}.json`
  const ok = await run(name, [...command, '--json', `--outputFile=${report}`], { env })
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  passed += result?.numPassedTests ?? 0
  failed += (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  if (!ok && !result?.numFailedTests && !result?.numRuntimeErrorTestSuites) failed++
}

async function runCheck(name, command, show) {
  if (await run(name, command, { show })) passed++
  else failed++
}

async function runChecks() {
  for (const name of ['types', 'lint', 'arrows', 'unused'])
    await runCheck(name, ['npm', 'run', '--silent', name], 'after')
}

rmSync(REPORTS, { recursive: true, force: true })
// npm's own install replaces node_modules, so the first run comes before there is a report folder to lose.
await runCheck('install', ['node', 'scripts/install-only.mjs'])
mkdirSync(REPORTS, { recursive: true })
await runTests('npm test', ['npm', 'test', '--'])
// The tests on the servers take turns, so a core is free for the rest.
await Promise.all([
  runChecks(),
  runTests('servers', ['npm', 'run', '--silent', 'test:servers', '--'], SERVERS),
])
await runTests('browser', ['npm', 'run', '--silent', 'test:browser', '--'])
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
