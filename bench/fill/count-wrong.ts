import type { Database } from '../../db/connection/open-database.ts'
import type { WorkQuery } from '../../db/inbox/inbox.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { DEFINITIONS, HOT, OTHERS, RARE } from './inbox-tasks.ts'

const columns = ['definition', 'dueAt', 'followUpAt', 'candidateGroups', 'candidateUsers'] as const
type Task = Pick<Rows['tasks'], (typeof columns)[number]>

/** How many counts of the inbox there are, and how many of them differ from what a look at every task finds. */
export async function countWrong(database: Database): Promise<{ counts: number; wrong: number }> {
  const free = await database.store.find('tasks', {
    where: [
      { column: 'state', is: '=', value: 'CREATED' },
      { column: 'assignee', is: 'null' },
      { column: 'transition', is: '=', value: '' },
    ],
    columns,
  })
  let wrong = 0
  const asked = queries()
  for (const query of asked)
    if ((await database.inbox.count(query)) !== free.filter((task) => belongs(task, query)).length) wrong++
  return { counts: asked.length, wrong }
}

function queries(): WorkQuery[] {
  const sets = [[HOT], [RARE], OTHERS, [HOT, ...OTHERS.slice(0, 9)], ...OTHERS.map((group) => [group])]
  const filters = [null, { elements: [{ definition: DEFINITIONS[2]!, ids: null }], instances: [] }]
  const moments = [null, Date.now(), Date.now() + 30 * 24 * 3_600_000]
  return sets.flatMap((groups) =>
    filters.flatMap((filter) =>
      moments.map((dueBefore) => ({
        of: { own: null, groups, users: [`person${groups.length}`] },
        filter,
        dueBefore,
        followUps: dueBefore === null ? ({ which: 'come', at: Date.now() } as const) : null,
      })),
    ),
  )
}

const hasOne = (json: string, wanted: readonly string[]): boolean =>
  (JSON.parse(json) as string[]).some((id) => wanted.includes(id)) // rows.ts: JSON array of ids

const belongs = (task: Task, { of, filter, dueBefore, followUps }: WorkQuery): boolean =>
  (hasOne(task.candidateGroups, of.groups) || hasOne(task.candidateUsers, of.users)) &&
  (filter === null || filter.elements.some(({ definition }) => definition === task.definition)) &&
  (dueBefore === null || (task.dueAt !== null && task.dueAt < dueBefore)) &&
  (followUps === null || task.followUpAt === null || task.followUpAt <= followUps.at)
