/** What `.ci/run` runs once the services are there: every check, each counted, and one closing line. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const REPORTS = 'node_modules/.cache/kartabl/reports'
const SERVERS = {
  KARTABL_TEST_MARIADB: 'mysql://root@127.0.0.1:3306',
  KARTABL_TEST_REDIS: 'redis://127.0.0.1:6379',
}

let passed = 0
let failed = 0

function run(name, command, env = {}) {
  console.log(`\n=== ${name}: ${command.join(' ')}`)
  const started = Date.now()
  const [program, ...args] = command
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(
    `=== ${name}: ${status === 0 ? 'ok' : `exit ${status}`} after ${Math.round((Date.now() - started) / 1000)} s`,
  )
  return status === 0
}

/** Counts the tests of a jest run by its own report; a run without a report has failed as a whole. */
function runTests(name, command, env) {
  const report = `${REPORTS}/${name.replaceAll(' ', '-')}.json`
  const ok = run(name, [...command, '--json', `--outputFile=${report}`], env)
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  passed += result?.numPassedTests ?? 0
  failed += (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  if (!ok && !result?.numFailedTests && !result?.numRuntimeErrorTestSuites) failed++
}

function runCheck(name, command) {
  if (run(name, command)) passed++
  else failed++
}

rmSync(REPORTS, { recursive: true, force: true })
// npm's own install replaces node_modules, so the first run comes before there is a report folder to lose.
runCheck('install', ['node', 'scripts/install-only.mjs'])
mkdirSync(REPORTS, { recursive: true })
runTests('npm test', ['npm', 'test', '--'])
runCheck('types', ['npm', 'run', '--silent', 'types'])
runCheck('lint', ['npm', 'run', '--silent', 'lint'])
runCheck('arrows', ['npm', 'run', '--silent', 'arrows'])
runCheck('unused', ['npm', 'run', '--silent', 'unused'])
runTests('servers', ['npm', 'run', '--silent', 'test:servers', '--'], SERVERS)
runTests('browser', ['npm', 'run', '--silent', 'test:browser', '--'])
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
