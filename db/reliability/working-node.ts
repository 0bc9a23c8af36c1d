import type { Variables } from '../../engine/json.ts'
import type { Command } from '../../engine/state/command.ts'
import { SeededRandom } from '../demo/seeded-random.ts'
import { type Node, openNode } from './open-node.ts'
import { type WorkloadName, workloads } from './workloads.ts'

/**
 * A program that gives random commands, eight at a time, and writes a line for each that was acknowledged:
 * `<by> <instance> <revision>`. Arguments: database, seed, number of commands, workload. Meant to be killed.
 */
const LINES = 8

class Work {
  readonly #node: Node
  readonly #random: SeededRandom
  readonly #seed: string
  readonly #process: WorkloadName
  /** Open tasks by key: the instance of each. */
  readonly #open = new Map<number, number>()
  #given = 0

  constructor(node: Node, seed: string, process: WorkloadName) {
    this.#node = node
    this.#process = process
    this.#seed = seed
    this.#random = new SeededRandom(Number(seed))
    node.engine.onCommit((changes) => {
      for (const { table, kind, key, instance, after } of changes) {
        if (table !== 'tasks') continue
        if (kind === 'inserted') this.#open.set(key, instance)
        // A change of a task's row carries the columns that changed.
        else if ((after as { state?: string } | undefined)?.state !== undefined) this.#open.delete(key)
      }
    })
  }

  async run(commands: number): Promise<void> {
    const store = this.#node.database.store
    for (const task of await store.find('tasks', { where: [{ column: 'state', is: '=', value: 'CREATED' }] }))
      this.#open.set(task.key, task.instance)
    const line = async () => {
      while (this.#given < commands) await this.#giveOne(`${this.#seed}-${++this.#given}`)
    }
    await Promise.all(Array.from({ length: LINES }, line))
  }

  /** Two lines may choose the same task: the refused one is not acknowledged and must leave nothing behind. */
  async #giveOne(by: string): Promise<void> {
    const random = this.#random
    if (this.#open.size === 0 || random.chance(workloads[this.#process].starts)) return this.#start(by)
    const [task, instance] = random.pick([...this.#open])
    const done = await this.#node.engine.execute(instance, this.#command(task, instance, by), { by })
    if (done.ok) acknowledge(by, instance, done.value.revision)
  }

  #command(key: number, instance: number, by: string): Command {
    const random = this.#random
    // Another assignee each time: a command that changes nothing leaves no history to look for.
    if (random.chance(0.15)) return { type: 'assignTask', key, assignee: by }
    const variables: Variables = { more: random.chance(0.6), note: 'x'.repeat(random.between(0, 200)) }
    if (random.chance(0.1)) return { type: 'setVariables', key: instance, variables, local: false }
    return { type: 'completeTask', key, variables, outcome: null }
  }

  async #start(by: string): Promise<void> {
    const started = await this.#node.engine.create(
      { process: { id: this.#process }, variables: workloads[this.#process].variables },
      { by },
    )
    if (started.ok) acknowledge(by, started.value.key, 1)
  }
}

/** A pipe takes a line at once, so what is written here outlives the kill. */
const acknowledge = (by: string, instance: number, revision: number): void => {
  process.stdout.write(`${by} ${instance} ${revision}\n`)
}

// As the test gives them.
const [url, seed, commands, workload] = process.argv.slice(2) as [string, string, string, WorkloadName]
const node = await openNode(url)
await new Work(node, seed, workload).run(Number(commands))
await node.close()
