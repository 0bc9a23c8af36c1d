/**
 * `node scripts/diagrams-of-others.mjs [--write]`: runs the diagrams drawn by others through the API. With `--write` their
 * table in docs/ is written anew; without, it must be what the run says.
 */
import { fileURLToPath } from 'node:url'
import { runJest } from './jest.mjs'
import { requireNode } from './node-version.mjs'

requireNode()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [flag, ...rest] = process.argv.slice(2)
if ((flag !== undefined && flag !== '--write') || rest.length > 0) {
  console.error(`Expected no argument or --write, got ${[flag, ...rest].join(' ')}.`)
  process.exit(2)
}
process.exit(runJest(['api/v2/diagrams-of-others'], flag === '--write' ? { KARTABL_WRITE_DOCS: '1' } : {}))
