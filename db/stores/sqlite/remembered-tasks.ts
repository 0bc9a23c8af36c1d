import type { Key } from '../../../engine/ports/rows.ts'
import type { CandidacyTask } from '../candidacies/candidacy.ts'

/** Those that were written last; some hundred bytes each. */
const KEPT = 5_000

/**
 * What candidacies are made from, of the tasks that this writer has written last: who claims a task and then completes it
 * has it read once. It is so as long as nobody else has committed to the file.
 */
export class RememberedTasks {
  readonly #tasks = new Map<Key, CandidacyTask>()
  #version = 0

  /** A transaction has begun. `version`: SQLite's `data_version`, another one after each commit of another connection. */
  begin(version: number): void {
    if (version !== this.#version) this.forget()
    this.#version = version
  }

  get(task: Key): CandidacyTask | undefined {
    return this.#tasks.get(task)
  }

  written(task: CandidacyTask): void {
    this.#tasks.set(task.key, task)
    if (this.#tasks.size <= KEPT) return
    const oldest = this.#tasks.keys().next().value
    if (oldest !== undefined) this.#tasks.delete(oldest)
  }

  ended(task: Key): void {
    this.#tasks.delete(task)
  }

  /** What was written was undone. */
  forget(): void {
    this.#tasks.clear()
  }
}
