import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore, StoreTransaction } from '../../engine/ports/store.ts'
import { HOT, numbers, OTHERS } from './inbox-tasks.ts'

const IN_FLIGHT = 64
const DAY = 24 * 3_600_000
/** As many tasks are worked on: few enough that each is changed again and again. */
const WORKED_ON = 5_000

/** So many commands of every kind that the inbox feels, each on any of the tasks 1 … `tasks`; a tenth fail and are undone. */
export async function randomCommands(store: EngineStore, tasks: number, commands: number): Promise<void> {
  const random = numbers(3)
  let left = commands
  const line = async () => {
    while (left-- > 0) await command(store, 1 + random(Math.min(tasks, WORKED_ON)), random)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, line))
}

class Undone extends Error {}

/** A task is of the instance of its own number, which keeps two commands on it apart. */
async function command(store: EngineStore, key: number, random: (end: number) => number): Promise<void> {
  const change = changes[random(changes.length)]!
  const isUndone = random(10) === 0
  await store
    .transact([key], async (tx) => {
      await change(tx, key, random)
      if (isUndone) throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
}

type Change = (tx: StoreTransaction, key: number, random: (end: number) => number) => Promise<void>

const update =
  (changed: (random: (end: number) => number) => Partial<Rows['tasks']>): Change =>
  async (tx, key, random) =>
    tx.update('tasks', key, changed(random))

const changes: readonly Change[] = [
  update((random) => ({ assignee: `person${random(500)}` })),
  update(() => ({ assignee: null })),
  update((random) => ({ dueAt: Date.now() + (random(200) - 100) * DAY })),
  update(() => ({ dueAt: null })),
  update((random) => ({ candidateGroups: JSON.stringify([OTHERS[random(OTHERS.length)], HOT]) })),
  update((random) => ({ candidateUsers: JSON.stringify([`person${random(50)}`]) })),
  update((random) => ({ state: 'COMPLETED', endedAt: 1, completedBy: `person${random(500)}`, revision: 2 })),
  update(() => ({ state: 'CANCELED', endedAt: 1, revision: 2 })),
  update(() => ({ state: 'CREATED', endedAt: null })),
  update((random) => ({ definition: 1 + random(20) })),
  update((random) => ({ followUpAt: Date.now() + (random(200) - 100) * DAY })),
  update(() => ({ followUpAt: null })),
  update((random) => ({ transition: random(2) === 0 ? 'COMPLETING' : '' })),
  async (tx, key) => {
    const task = await tx.get('tasks', key)
    tx.delete('tasks', key)
    if (task) tx.insert('tasks', { ...task, state: 'CREATED', assignee: null })
  },
]
