import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textParam } from '../search-params.ts'
import { rootRoute } from './root-route.tsx'

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  /** `next`: where to go afterwards; only a path of ours. */
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => {
    const next = textParam(search, 'next')
    return next && /^\/(?![/\\])/.test(next) ? { next } : {}
  },
  component: lazyRouteComponent(() => import('../pages/login/LoginPage.tsx'), 'LoginPage'),
})

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../pages/setup/SetupPage.tsx'), 'SetupPage'),
})
