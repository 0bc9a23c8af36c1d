import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { InstanceState } from '../../api/contract/index.ts'
import { choiceParam, textParam } from '../search-params.ts'
import { signedInRoute } from './signed-in-route.tsx'

export interface ProcessSearch {
  readonly version?: number | undefined
  readonly state?: InstanceState | undefined
  readonly incident?: 'true' | undefined
}

export const startListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('../pages/start/StartListPage.tsx'), 'StartListPage'),
})

export const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/start/$processId',
  component: lazyRouteComponent(() => import('../pages/start/StartPage.tsx'), 'StartPage'),
})

export const processListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/processes',
  component: lazyRouteComponent(() => import('../pages/processes/ProcessListPage.tsx'), 'ProcessListPage'),
})

export const uploadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/upload',
  component: lazyRouteComponent(() => import('../pages/processes/UploadPage.tsx'), 'UploadPage'),
})

export const processRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/processes/$processId',
  validateSearch: (search: Record<string, unknown>): ProcessSearch => ({
    version: Number(textParam(search, 'version')) || undefined,
    state: choiceParam(search, 'state', ['active', 'completed', 'canceled']),
    incident: choiceParam(search, 'incident', ['true']),
  }),
  component: lazyRouteComponent(() => import('../pages/processes/ProcessPage.tsx'), 'ProcessPage'),
})

export const instanceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/instances/$instanceKey',
  component: lazyRouteComponent(() => import('../pages/instance/InstancePage.tsx'), 'InstancePage'),
})
