import { createRouter } from '@tanstack/react-router'
import { PageLoading } from './components/states/PageLoading.tsx'
import { loginRoute, setupRoute } from './routes/account-routes.ts'
import {
  homeRoute,
  inboxEmptyRoute,
  inboxHomeRoute,
  inboxRoute,
  inboxTaskRoute,
  taskRoute,
} from './routes/inbox-routes.ts'
import {
  instanceRoute,
  processListRoute,
  processRoute,
  startListRoute,
  startRoute,
  uploadRoute,
} from './routes/process-routes.ts'
import {
  opportunitiesRoute,
  opportunityRoute,
  partiesRoute,
  partyRoute,
  productRoute,
  productsRoute,
  recordsRoute,
} from './routes/record-routes.ts'
import { rootRoute } from './routes/root-route.tsx'
import { signedInRoute } from './routes/signed-in-route.tsx'

const routeTree = rootRoute.addChildren([
  loginRoute,
  setupRoute,
  signedInRoute.addChildren([
    homeRoute,
    inboxHomeRoute,
    inboxRoute.addChildren([inboxEmptyRoute, inboxTaskRoute]),
    taskRoute,
    startListRoute,
    startRoute,
    recordsRoute,
    opportunitiesRoute,
    opportunityRoute,
    partiesRoute,
    partyRoute,
    productsRoute,
    productRoute,
    processListRoute,
    uploadRoute,
    processRoute,
    instanceRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
