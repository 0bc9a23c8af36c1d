import { spawnSync } from 'node:child_process'

/** Runs jest with native ES modules and returns its exit code. */
export function runJest(args, env = {}) {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...args]
  const done = spawnSync(process.execPath, jest, { stdio: 'inherit', env: { ...process.env, ...env } })
  return done.status ?? 1
}
