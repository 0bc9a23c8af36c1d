import { z } from 'zod'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Order } from '../../engine/ports/store.ts'
import { InboxCounts, InboxQuery, InboxView, TaskList } from '../contract/index.ts'
import { type Route, route } from '../http/route.ts'
import { readPage } from '../inbox/page.ts'
import { processCondition, searchCondition } from '../inbox/search-tasks.ts'
import { viewConditions } from '../inbox/views.ts'
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
  const { engine, now } = services

  const counts = route({
    method: 'get',
    path: '/api/inbox/counts',
    tag: 'Inbox',
    summary: 'How many tasks each view holds, exactly',
    access: 'inbox.use',
    answer: InboxCounts,
    async handle({ person }) {
      const at = now()
      const count = (view: InboxView) => engine.store.count('tasks', viewConditions(view, person, at))
      const [mine, groups, today, overdue, later, done] = await Promise.all([
        count('mine'),
        count('groups'),
        count('today'),
        count('overdue'),
        count('later'),
        count('done'),
      ])
      return { mine, groups, today, overdue, later, done }
    },
  })

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
      const where = viewConditions(params.view, person, now())
      if (query.process !== undefined) where.push(await processCondition(engine, query.process))
      if (query.search !== undefined && query.search.trim() !== '') {
        const about = await instancesOfSubjects(services, person.id, query.search)
        where.push(await searchCondition(engine, query.search, about))
      }
      const order = orderOf(params.view, query)
      const page = await readPage(engine.store, 'tasks', {
        where,
        order,
        limit: query.limit,
        cursor: query.cursor,
      })
      return { ...page, items: await presentTasks(services, person, page.items) }
    },
  })

  return [counts, view]
}
