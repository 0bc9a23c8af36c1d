import { createRootRoute, Outlet } from '@tanstack/react-router'
import { NotFound } from '../components/states/NotFound.tsx'
import { PageError } from '../components/states/PageError.tsx'

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <NotFound />
    </main>
  ),
  errorComponent: ({ error, reset }) => <PageError page error={error} retry={reset} />,
})
