import type { Rows } from '../../engine/ports/rows.ts'
import type { Change } from '../../engine/runtime/engine.ts'
import type { LiveChange } from '../contract/index.ts'
import { groupRoom, personRoom, watchedRoom } from './rooms.ts'

/** One change for one room. */
export interface RoomChange {
  readonly room: string
  readonly change: LiveChange
}

type TaskPart = Partial<Rows['tasks']>

const list = (json: string | undefined): string[] =>
  json === undefined ? [] : (JSON.parse(json) as string[]) // our own column

/** Everyone in whose inbox the task is or was: whoever loses it must hear of it too. */
function taskRooms(task: TaskPart): string[] {
  const people = [task.assignee, task.owner, task.completedBy, ...list(task.candidateUsers)]
  const rooms = people.filter((person) => typeof person === 'string').map(personRoom)
  return [...rooms, ...list(task.candidateGroups).map(groupRoom)]
}

function taskChange(change: Change<'tasks'>): RoomChange[] {
  const now = { ...change.before, ...change.after }
  const rooms = new Set([...taskRooms(change.before ?? {}), ...taskRooms(now)])
  return [...rooms].map((room) => ({
    room,
    change: { kind: 'task', key: String(change.key), rev: now.revision ?? 0 },
  }))
}

const instanceChange = (key: number, rev: number): RoomChange => ({
  room: watchedRoom({ kind: 'instance', key: String(key) }),
  change: { kind: 'instance', key: String(key), rev },
})

/** Who is told what of a commit. Payloads are kind, key and revision; the rooms are those REST would show it to. [L2] */
export function changeRooms(changes: readonly Change[]): RoomChange[] {
  return changes.flatMap((change) => {
    // `table` says which rows `before` and `after` are parts of; the generic type does not narrow by it.
    if (change.table === 'tasks') return taskChange(change as Change<'tasks'>)
    if (change.table === 'instances')
      return [instanceChange(change.key, (change.after as TaskPart | undefined)?.revision ?? 0)]
    return []
  })
}
