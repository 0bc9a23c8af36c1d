import { createRoute, redirect } from '@tanstack/react-router'
import { currentSession, refreshSession } from '../api/session.ts'
import { NotFound } from '../components/states/NotFound.tsx'
import { PageError } from '../components/states/PageError.tsx'
import { Shell } from '../pages/shell/Shell.tsx'
import { rootRoute } from './root-route.tsx'

/** Everything behind the sign-in. Who comes without is sent to the sign-in, and back here afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if (currentSession().status === 'unknown') await refreshSession()
    if (currentSession().status === 'signed-in') return
    throw redirect({ to: '/login', search: { next: location.href === '/' ? undefined : location.href } })
  },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <PageError page error={error} retry={reset} />,
})
