import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A command that the caller was told is done. */
export interface Acknowledged {
  readonly by: string
  readonly instance: number
  readonly revision: number
}

/**
 * Runs the program and kills it with SIGKILL as soon as it has acknowledged `count` commands.
 * @returns everything that it acknowledged, more than `count` when it was faster than the kill
 */
export async function killAt(
  program: string,
  args: readonly string[],
  count: number,
): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: Acknowledged[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const whole = /^(\S+) (\d+) (\d+)$/.exec(line)
    if (whole) acknowledged.push({ by: whole[1]!, instance: Number(whole[2]), revision: Number(whole[3]) })
    if (acknowledged.length === count) child.kill('SIGKILL')
  })
  const signal = await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
  if (signal !== 'SIGKILL')
    throw new Error(
      `expected to kill the node after ${count} commands, but it ended after ${acknowledged.length}`,
    )
  return acknowledged
}
