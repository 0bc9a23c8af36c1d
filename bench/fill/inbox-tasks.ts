import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'

const DAY = 24 * 3_600_000
const TASKS_PER_COMMAND = 1_000

/** Who may take what: half of all tasks are for one group, few are for the rare one, the rest for fifty others. */
export const HOT = 'sales'
export const RARE = 'archive'
export const OTHERS = Array.from({ length: 50 }, (_, at) => `group${at}`)
/** Of twenty processes; the last has only a few tasks. */
export const DEFINITIONS = Array.from({ length: 20 }, (_, at) => at + 1)
export const RARE_DEFINITION = 21
export const ELEMENTS = ['check', 'approve', 'pay']

/** A sequence of numbers below `end` that is the same in every run. */
export function numbers(seed: number): (end: number) => number {
  let x = seed
  return (end) => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((x / 2 ** 32) * end)
  }
}

/** Open tasks as a grown company has them, through the store as the engine would write them. Keys from 1 on. */
export async function fillInbox(store: EngineStore, count: number, now: number): Promise<void> {
  const random = numbers(1)
  const commands: Promise<void>[] = []
  for (let from = 1; from <= count; from += TASKS_PER_COMMAND) {
    const tasks = Array.from({ length: Math.min(TASKS_PER_COMMAND, count - from + 1) }, (_, at) =>
      openTask(from + at, now, random),
    )
    commands.push(
      store.transact([], async (tx) => {
        for (const task of tasks) tx.insert('tasks', task)
      }),
    )
    if (commands.length % 8 === 0) await Promise.all(commands)
  }
  await Promise.all(commands)
}

function openTask(key: number, now: number, random: (end: number) => number): Rows['tasks'] {
  return {
    key,
    instance: key,
    definition: key % 5_000 === 0 ? RARE_DEFINITION : DEFINITIONS[random(DEFINITIONS.length)]!,
    elementId: ELEMENTS[random(ELEMENTS.length)]!,
    name: 'Check',
    state: 'CREATED',
    assignee: random(10) === 0 ? `person${random(500)}` : null,
    candidateGroups: JSON.stringify(groupsOf(key, random)),
    candidateUsers: '[]',
    dueAt: random(4) === 0 ? null : now + (random(60 * 24) - 20 * 24) * (DAY / 24),
    followUpAt: random(50) === 0 ? now + (random(60) - 20) * DAY : null,
    priority: 50,
    createdAt: now,
    endedAt: null,
    outcome: null,
    completedBy: null,
    revision: 1,
    suspended: 0,
    owner: null,
    transition: '',
  }
}

function groupsOf(key: number, random: (end: number) => number): string[] {
  if (key % 10_000 === 0) return [RARE]
  const other = OTHERS[random(OTHERS.length)]!
  if (random(2) === 0) return [other]
  // Every tenth is offered to two, so that what comes twice must be counted once.
  return random(10) === 0 ? [HOT, other] : [HOT]
}
