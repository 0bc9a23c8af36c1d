import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.cache/kartabl/installed'

/** Installs what the lock file names, unless that has been done for this very lock file. */
export function installOnce() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (isLink('node_modules')) {
    console.error(
      'node_modules is a link: installing would empty the folder it leads to. Replace it by a folder.',
    )
    process.exit(1)
  }
  console.log('Installing packages (once) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) {
    console.error(
      'Packages could not be installed: npm ci failed (see above). Is the npm registry reachable?',
    )
    process.exit(done.status ?? 1)
  }
  mkdirSync('node_modules/.cache/kartabl', { recursive: true })
  writeFileSync(STAMP, wanted)
}

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
