import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { InboxView } from '../../api/contract/index.ts'
import type { InboxFilter } from '../api/queries/inbox.ts'
import { choiceParam, textParam } from '../search-params.ts'
import { signedInRoute } from './signed-in-route.tsx'

export const inboxViews = [
  'mine',
  'groups',
  'today',
  'overdue',
  'waiting',
  'later',
  'done',
] as const satisfies InboxView[]
export const inboxSorts = ['due', 'priority', 'created'] as const

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' }, replace: true })
  },
})

export const inboxHomeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inbox',
  beforeLoad: homeRoute.options.beforeLoad,
})

export const inboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/inbox/$view',
  params: {
    parse: ({ view }) => ({ view: inboxViews.find((known) => known === view) ?? ('mine' as const) }),
    stringify: ({ view }) => ({ view }),
  },
  validateSearch: (search: Record<string, unknown>): InboxFilter => ({
    sort: choiceParam(search, 'sort', inboxSorts),
    order: choiceParam(search, 'order', ['asc', 'desc']),
    search: textParam(search, 'search'),
  }),
  component: lazyRouteComponent(() => import('../pages/inbox/InboxPage.tsx'), 'InboxPage'),
})

export const inboxEmptyRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/inbox/NoTaskChosen.tsx'), 'NoTaskChosen'),
})

export const inboxTaskRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$taskKey',
  component: lazyRouteComponent(() => import('../pages/inbox/InboxTask.tsx'), 'InboxTask'),
})

export const taskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks/$taskKey',
  component: lazyRouteComponent(() => import('../pages/task/TaskPage.tsx'), 'TaskPage'),
})
