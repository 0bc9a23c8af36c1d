import type { Command } from '../../engine/state/command.ts'
import { openNode } from './open-node.ts'

/** What the test asks of a node, and what it answers. */
export interface Asked {
  readonly instance: number
  readonly command: Command
  readonly by: string
  /** Milliseconds to wait first, so that now this and now that node is the faster one. */
  readonly delay: number
}

export type Answered = { readonly won: true } | { readonly refused: string } | { readonly threw: string }

/** A program that carries out what its parent process sends. Argument: database. */
const node = await openNode(process.argv[2] ?? '')

const answer = (answered: Answered | 'ready'): void => {
  process.send?.(answered)
}

process.on('message', (asked: Asked) => {
  setTimeout(() => void carryOut(asked).then(answer), asked.delay)
})
process.on('disconnect', () => void node.close())

async function carryOut({ instance, command, by }: Asked): Promise<Answered> {
  try {
    const done = await node.engine.execute(instance, command, { by })
    return done.ok ? { won: true } : { refused: done.error.code }
  } catch (error) {
    return { threw: String(error) }
  }
}

answer('ready')
