import { z } from 'zod'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Order } from '../../engine/ports/store.ts'
import { InboxCounts, InboxQuery, InboxView, TaskList } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import { type Page, readPage } from '../inbox/page.ts'
import { type InboxPerson, viewConditions, workQuery } from '../inbox/views.ts'
import { filterCondition, workFilter } from '../inbox/work-filter.ts'
import { readWorkPage } from '../inbox/work-page.ts'
import { presentTasks } from '../presenters/task-rows.ts'
import { instancesOfSubjects } from '../records/instances-of-subjects.ts'
import type { Services } from '../services.ts'

type TaskOrder = Order<Rows['tasks']>

/** The earliest due, the most important, the oldest come first, unless asked otherwise. */
const firstOrder = { due: false, priority: true, created: false }
const columns = { due: 'dueAt', priority: 'priority', created: 'createdAt' } as const

function orderOf(view: InboxView, { sort, order }: z.output<typeof InboxQuery>): TaskOrder {
  if (view === 'done' && sort === undefined) return { column: 'endedAt', descending: order !== 'asc' }
  const by = sort ?? 'due'
  return { column: columns[by], descending: order === undefined ? firstOrder[by] : order === 'desc' }
}

/** A person's work: views with exact counts. */
export function inboxRoutes(services: Services): Route[] {
  const { engine, database, now } = services

  const counts = route({
    method: 'get',
    path: '/api/inbox/counts',
    tag: 'Inbox',
    summary: 'How many tasks each view holds, exactly',
    access: 'inbox.use',
    answer: InboxCounts,
    async handle({ person }) {
      const at = now()
      const count = (view: Exclude<InboxView, 'done'>) =>
        database.inbox.count(workQuery(view, person, at, null))
      const [mine, groups, today, overdue, waiting, later, done] = await Promise.all([
        count('mine'),
        count('groups'),
        count('today'),
        count('overdue'),
        count('waiting'),
        count('later'),
        engine.store.count('tasks', viewConditions('done', person, at)),
      ])
      return { mine, groups, today, overdue, waiting, later, done }
    },
  })

  const pageOf = async (
    person: InboxPerson,
    view: InboxView,
    query: z.output<typeof InboxQuery>,
  ): Promise<Page<Rows['tasks']>> => {
    const filter = await workFilter(engine, query, (search) =>
      instancesOfSubjects(services, person.id, search),
    )
    const at = now()
    const order = orderOf(view, query)
    const work = view === 'done' ? null : workQuery(view, person, at, filter)
    if (work !== null && order.column === 'dueAt' && !order.descending)
      return readWorkPage(database.inbox, work, query)
    const where = [...viewConditions(view, person, at), ...(filter ? [filterCondition(filter)] : [])]
    const total = work === null ? undefined : database.inbox.count(work)
    const { limit, cursor } = query
    return readPage(engine.store, 'tasks', { where, order, limit, cursor, ...(total && { total }) })
  }

  const view = route({
    method: 'get',
    path: '/api/inbox/{view}',
    tag: 'Inbox',
    summary: 'Tasks of a view',
    access: 'inbox.use',
    params: z.object({ view: InboxView }),
    query: InboxQuery,
    answer: TaskList,
    async handle({ person, params, query }) {
      const page = await pageOf(person, params.view, query)
      return { ...page, items: await presentTasks(services, person, page.items) }
    },
  })

  return [counts, view]
}
