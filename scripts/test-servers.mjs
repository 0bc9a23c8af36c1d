/** `npm run test:servers`: the tests that need MariaDB or Redis, on those; what runs on SQLite is `npm test`'s. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runJest } from './jest.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
for (const [name, example] of Object.entries({
  KARTABL_TEST_MARIADB: 'mysql://root@127.0.0.1:3306',
  KARTABL_TEST_REDIS: 'redis://127.0.0.1:6379',
}))
  if (!process.env[name]) {
    console.error(`Expected the address of a server, got none: set ${name}=${example}`)
    process.exit(1)
  }

/** Only through these does a test come to a server. */
const WAYS = /testDatabases|describeWithMariadb|mariadbForTests|temporaryMysql|KARTABL_TEST_/
const tests = ['api', 'db', 'processes']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith('.test.ts') && WAYS.test(readFileSync(path, 'utf8')))
const only = { KARTABL_TEST_ONLY: 'servers' }
process.exit(runJest(['--runInBand', '--runTestsByPath', ...process.argv.slice(2), ...tests], only))
