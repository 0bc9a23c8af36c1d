import { type ChildProcess, fork } from 'node:child_process'
import type { Answered, Asked } from './racing-node.ts'

/** A node in a process of its own that does one thing after another. */
export class Racer {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async start(program: string, url: string): Promise<Racer> {
    // Not jest's own flags: the program is plain Node.
    const racer = new Racer(fork(program, [url], { execArgv: ['--enable-source-maps'] }))
    await racer.#next()
    return racer
  }

  async ask(asked: Asked): Promise<Answered> {
    const answered = this.#next()
    this.#child.send(asked)
    return answered
  }

  async stop(): Promise<void> {
    const over = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.disconnect()
    await over
  }

  #next(): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`the node ended with code ${code}`))
      this.#child.once('exit', gone)
      this.#child.once('message', (answered) => {
        this.#child.off('exit', gone)
        resolve(answered as Answered) // what the program sends
      })
    })
  }
}
