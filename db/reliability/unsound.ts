import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'
import { readState } from '../../engine/runtime/large/read-state.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import type { InstanceState } from '../../engine/state/instance-state.ts'
import { replay } from '../../engine/state/replay.ts'
import { isLarge } from '../../engine/state/snapshot-mark.ts'
import { encodeState } from '../../engine/state/state-codec.ts'
import { encodeVariables } from '../../engine/state/variables-codec.ts'
import { GROUP } from './order-process.ts'

/**
 * What is wrong with a stored instance: its history must be whole and lead to exactly the stored state, and the rows
 * made from it must say the same. An empty list means that nothing is.
 */
export async function unsound(store: EngineStore, row: Rows['instances']): Promise<string[]> {
  const history = await store.find('history', {
    where: [{ column: 'instance', is: '=', value: row.key }],
    orderBy: [{ column: 'seq' }],
  })
  const replayed = replay(
    row.key,
    history.flatMap(({ events }) => decodeEvents(row.key, events)),
  )
  const problems = [
    ...gaps(history, row.revision),
    ...differences(replayed, await wholeRow(store, row)),
    ...(await straySnapshot(store, row)),
    ...(await strayTasks(store, replayed)),
  ]
  return problems.map((problem) => `instance ${row.key}: ${problem}`)
}

/** The row with its state and variables in it, also of a large instance. */
async function wholeRow(store: EngineStore, row: Rows['instances']): Promise<Rows['instances']> {
  if (!isLarge(row)) return row
  const state = await readState(store, row)
  return { ...row, state: encodeState(state), variables: encodeVariables(state) }
}

async function straySnapshot(store: EngineStore, row: Rows['instances']): Promise<string[]> {
  const snapshot = await store.get('snapshots', row.key)
  return snapshot && !isLarge(row)
    ? [`expected no snapshot of what is not large, got one of ${snapshot.seq}`]
    : []
}

function gaps(history: readonly Rows['history'][], revision: number): string[] {
  const numbers = history.map(({ seq }) => seq).join(' ')
  const expected = Array.from({ length: revision }, (_, at) => at + 1).join(' ')
  return numbers === expected ? [] : [`expected history 1 … ${revision}, got ${numbers}`]
}

function differences(replayed: InstanceState, row: Rows['instances']): string[] {
  const rebuilt = {
    status: replayed.status,
    definition: replayed.definition,
    state: replayed.status === 'active' ? encodeState(replayed) : '',
    variables: encodeVariables(replayed),
  }
  return Object.entries(rebuilt)
    .filter(([column, value]) => value !== row[column as keyof typeof rebuilt]) // its own keys
    .map(
      ([column, value]) =>
        `expected ${column} ${value} as replayed, got ${row[column as keyof typeof rebuilt]}`,
    )
}

/** Open tasks by the rows, and by the index of candidates, against those of the state. */
async function strayTasks(store: EngineStore, state: InstanceState): Promise<string[]> {
  const expected = openTasks(state)
  const open = [
    { column: 'instance', is: '=', value: state.key },
    { column: 'state', is: '=', value: 'CREATED' },
  ] as const
  const rows = await store.find('tasks', { where: open })
  const offered = await store.find('tasks', {
    where: [...open, { column: 'candidateGroups', is: 'has one of', value: [GROUP] }],
  })
  return [
    ...sameTasks('rows of open tasks', rows, expected),
    ...sameTasks('open tasks offered to the group', offered, expected),
  ]
}

const openTasks = (state: InstanceState): string[] =>
  [...state.elements.values()].flatMap(({ key, task }) => (task ? [`${key} ${task.assignee}`] : [])).sort()

function sameTasks(what: string, rows: readonly Rows['tasks'][], expected: readonly string[]): string[] {
  const got = rows.map(({ key, assignee }) => `${key} ${assignee}`).sort()
  return got.join() === expected.join() ? [] : [`expected as ${what} [${expected}], got [${got}]`]
}

/** Tokens held at joins anywhere in a waiting instance. */
export async function heldTokens(store: EngineStore, row: Rows['instances']): Promise<number> {
  const { elements } = await readState(store, row)
  const held = [...elements.values()].flatMap((one) => [...(one.held?.values() ?? [])])
  return held.reduce((sum, count) => sum + count, 0)
}
