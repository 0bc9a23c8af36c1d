import type { TaskRow } from '../../../api/contract/index.ts'

/** A row as the list shows it; `gone` when it is no longer in the view but may not move away yet. */
export interface ShownRow {
  readonly task: TaskRow
  readonly gone: boolean
}

export interface FoldedRows {
  readonly rows: readonly ShownRow[]
  /** Tasks that are in the view and not yet in the list. */
  readonly fresh: number
}

/**
 * What the list shows. While the pointer or the focus is in it (`held`), no row moves: rows keep their places, with
 * their newest content; rows that left stay, marked; new ones are counted, or appended where they follow the last row.
 *
 * @param base the tasks in the order that was shown when the pointer came
 */
export function foldRows(base: readonly TaskRow[], current: readonly TaskRow[], held: boolean): FoldedRows {
  if (!held || base.length === 0) return { rows: current.map((task) => ({ task, gone: false })), fresh: 0 }
  const now = new Map(current.map((task) => [task.key, task]))
  const kept = base.map((task) => ({ task: now.get(task.key) ?? task, gone: !now.has(task.key) }))
  const known = new Set(base.map(({ key }) => key))
  const end = current.findLastIndex(({ key }) => known.has(key)) + 1
  const tail = end === 0 ? [] : current.slice(end)
  const fresh = current.slice(0, current.length - tail.length).filter(({ key }) => !known.has(key)).length
  return { rows: [...kept, ...tail.map((task) => ({ task, gone: false }))], fresh }
}
