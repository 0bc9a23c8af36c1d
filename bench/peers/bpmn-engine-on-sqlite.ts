import Libsql from 'libsql'
import { type Rate, rateOf } from '../measuring/for-a-while.ts'
import { bpmnEngine, durableStep, waitingState } from './bpmn-engine.ts'

/** bpmn-engine made durable in the plainest way: its state is a row, read and written in one transaction. */
export class PeerOnSqlite {
  readonly #driver: Libsql.Database
  readonly #step: (state: string) => string

  static async open(path: string, xml: string): Promise<PeerOnSqlite> {
    const create = await bpmnEngine(xml)
    const state = waitingState(create, { name: 'endless', xml, done: [], waiting: 'task' })
    return new PeerOnSqlite(path, state, (text) => durableStep(create, text, 'task'))
  }

  private constructor(path: string, state: string, step: (state: string) => string) {
    this.#driver = new Libsql(path)
    this.#driver.exec('PRAGMA journal_mode = WAL')
    this.#driver.exec('PRAGMA synchronous = FULL')
    this.#driver.exec('CREATE TABLE states (`key` INTEGER PRIMARY KEY, state TEXT NOT NULL)')
    this.#driver.prepare('INSERT INTO states VALUES (1, ?)').run([state])
    this.#step = step
  }

  /** One completion per transaction; a batch would help little, the time goes into the engine. */
  get one(): Rate {
    const begin = this.#driver.prepare('BEGIN IMMEDIATE')
    const load = this.#driver.prepare('SELECT state FROM states WHERE `key` = 1').raw(true)
    const save = this.#driver.prepare('UPDATE states SET state = ? WHERE `key` = 1')
    const commit = this.#driver.prepare('COMMIT')
    return rateOf(() => {
      begin.run()
      const [state] = load.get([]) as [string] // raw mode: the cells of the row
      save.run([this.#step(state)])
      commit.run()
    })
  }

  close(): void {
    this.#driver.close()
  }
}
