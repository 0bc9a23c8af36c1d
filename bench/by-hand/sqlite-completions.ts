import Libsql from 'libsql'
import { type Rate, rateOf } from '../measuring/for-a-while.ts'
import { type Completion, FIRST_KEY, type HandDriven } from './completion.ts'
import { insertText, values } from './insert-text.ts'

const PER_TRANSACTION = 16
/** No due date: as the store writes it. */
const NO_DUE_DATE = Number.MAX_SAFE_INTEGER

/**
 * The limit: the statements of a completion by hand on the driver, prepared, one after another, with nothing around
 * them. `path` is a file that a store has made, so tables, indexes and settings are the same.
 */
export class SqliteCompletions {
  readonly #driver: Libsql.Database
  readonly #sample: Completion
  readonly #statements: ReturnType<typeof prepare>
  readonly #instances: HandDriven[] = []
  #nextKey = FIRST_KEY

  constructor(path: string, sample: Completion) {
    this.#driver = new Libsql(path)
    for (const setting of SETTINGS) this.#driver.exec(`PRAGMA ${setting}`)
    this.#sample = sample
    this.#statements = prepare(this.#driver, sample)
    for (let instance = 0; instance < PER_TRANSACTION; instance++) this.#instances.push(this.#addInstance())
  }

  /** One completion per transaction. */
  get one(): Rate {
    return rateOf(() => this.#commit(1))
  }

  /** Sixteen per transaction, counted singly. */
  get sixteen(): Rate {
    const transactions = rateOf(() => this.#commit(PER_TRANSACTION))
    return async (milliseconds) => (await transactions(milliseconds)) * PER_TRANSACTION
  }

  close(): void {
    this.#driver.close()
  }

  #commit(completions: number): void {
    const { begin, commit } = this.#statements
    begin.run()
    for (let at = 0; at < completions; at++) this.#complete(this.#instances[at]!)
    commit.run()
  }

  #complete(instance: HandDriven): void {
    const { load, save, addHistory, endTask, addTask, addCandidacy, removeCandidacy } = this.#statements
    const { state } = this.#sample.instance
    const { at, by, events } = this.#sample.history
    const { completedTask, candidate, pool } = this.#sample
    const revision = instance.revision + 1
    load.get([instance.key])
    if (save.run([revision, state, instance.key, instance.revision]).changes !== 1)
      throw new Error(`instance ${instance.key} was not at ${instance.revision}`)
    addHistory.run([instance.key, revision, at, by, events])
    const { state: ended, endedAt: endedTaskAt, outcome, completedBy } = completedTask
    endTask.run([ended, endedTaskAt, outcome, completedBy, revision, instance.task])
    removeCandidacy.run([candidate, NO_DUE_DATE, instance.task])
    instance.task = this.#nextKey++
    instance.revision = revision
    addTask.run(values({ ...this.#sample.task, key: instance.task, instance: instance.key, revision }))
    addCandidacy.run([candidate, 0, NO_DUE_DATE, instance.task, this.#sample.task.definition, pool, 0])
  }

  #addInstance(): HandDriven {
    const { addInstance, addTask, addCandidacy } = this.#statements
    const { candidate, pool, task: sample } = this.#sample
    const key = this.#nextKey++
    const task = this.#nextKey++
    addInstance.run(values({ ...this.#sample.instance, key, revision: 1 }))
    addTask.run(values({ ...this.#sample.task, key: task, instance: key, revision: 1 }))
    addCandidacy.run([candidate, 0, NO_DUE_DATE, task, sample.definition, pool, 0])
    return { key, task, revision: 1 }
  }
}

/** Those of the store's writer; write-ahead logging is a property of the file. */
const SETTINGS = [
  'busy_timeout = 0',
  'synchronous = FULL',
  'cache_size = -8192',
  'mmap_size = 2147483647',
  'wal_autocheckpoint = 16000',
  'foreign_keys = ON',
  'temp_store = MEMORY',
]

function prepare(driver: Libsql.Database, { instance, history, task }: Completion) {
  const candidacy = { candidate: '', taken: 0, dueAt: 0, task: 0, definition: 0, pool: 0, followUpAt: 0 }
  return {
    begin: driver.prepare('BEGIN IMMEDIATE'),
    commit: driver.prepare('COMMIT'),
    load: driver.prepare('SELECT * FROM instances WHERE `key` = ?').raw(true),
    save: driver.prepare('UPDATE instances SET revision = ?, state = ? WHERE `key` = ? AND revision = ?'),
    endTask: driver.prepare(
      'UPDATE tasks SET state = ?, ended_at = ?, outcome = ?, completed_by = ?, revision = ? WHERE `key` = ?',
    ),
    removeCandidacy: driver.prepare(
      'DELETE FROM task_candidacies WHERE candidate = ? AND taken = 0 AND due_at = ? AND task = ?',
    ),
    addInstance: driver.prepare(insertText('instances', instance)),
    addHistory: driver.prepare(insertText('history', history)),
    addTask: driver.prepare(insertText('tasks', task)),
    addCandidacy: driver.prepare(insertText('task_candidacies', candidacy)),
  }
}
