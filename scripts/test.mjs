/** `npm test`: installs and runs every test that needs nothing but Node, and says what it left out. */
import { fileURLToPath } from 'node:url'
import { installOnce } from './install.mjs'
import { runJest } from './jest.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
installOnce()
const status = runJest(process.argv.slice(2))
const { KARTABL_TEST_MARIADB, KARTABL_TEST_REDIS } = process.env
if (!KARTABL_TEST_MARIADB)
  console.log('Left out: MariaDB. Set KARTABL_TEST_MARIADB=mysql://root@127.0.0.1:3306 to run its tests.')
if (!KARTABL_TEST_REDIS)
  console.log('Left out: Redis. Set KARTABL_TEST_REDIS=redis://127.0.0.1:6379 to run its tests.')
console.log('Left out: the browser. npm run test:browser needs Chromium (CHROMIUM=/usr/bin/chromium).')
process.exit(status)
