import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Identity } from '../auth/identity.ts'
import type { SightNeeds } from './instance-facts.ts'
import { LATEST } from './latest.ts'

type TaskCondition = Condition<Rows['tasks']>

/** Instances in which the person has or had a task, alone or with a group. */
export async function instancesOfTasks({ engine }: SightNeeds, person: Identity): Promise<number[]> {
  const open: TaskCondition = { column: 'state', is: '=', value: 'CREATED' }
  const named: TaskCondition = { column: 'candidateUsers', is: 'has one of', value: [person.id] }
  const grouped: TaskCondition = { column: 'candidateGroups', is: 'has one of', value: person.groups }
  const offered: TaskCondition = { anyOf: [[named], [grouped]] }
  const find = async (...where: TaskCondition[]) => {
    const latest = { orderBy: [{ column: 'key', descending: true }], limit: LATEST } as const
    return engine.store.find('tasks', { where, ...latest, columns: ['key', 'instance'] })
  }
  // Offers that have ended are in no index, so they are looked for among the latest tasks only.
  const [oldest] = await engine.store.find('tasks', {
    where: [],
    orderBy: [{ column: 'key', descending: true }],
    limit: 1,
    offset: LATEST,
    columns: ['key'],
  })
  const recent: TaskCondition = { column: 'key', is: '>', value: oldest?.key ?? 0 }
  const found = await Promise.all([
    find({ column: 'assignee', is: '=', value: person.id }),
    find({ column: 'completedBy', is: '=', value: person.id }),
    find(open, { column: 'owner', is: '=', value: person.id }),
    find(open, offered),
    find(recent, { column: 'state', is: '!=', value: 'CREATED' }, offered),
  ])
  return found.flat().map(({ instance }) => instance)
}
