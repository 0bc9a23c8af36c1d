import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { RecordFilter } from '../api/queries/records.ts'
import { textParam } from '../search-params.ts'
import { signedInRoute } from './signed-in-route.tsx'

const recordSearch = (search: Record<string, unknown>): RecordFilter => ({
  search: textParam(search, 'search'),
  stage: textParam(search, 'stage'),
  owner: textParam(search, 'owner'),
})

export const recordsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records',
  beforeLoad: () => {
    throw redirect({ to: '/records/opportunities', replace: true })
  },
})

export const opportunitiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/opportunities',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../pages/records/OpportunitiesPage.tsx'), 'OpportunitiesPage'),
})

export const opportunityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/opportunities/$id',
  component: lazyRouteComponent(() => import('../pages/records/OpportunityPage.tsx'), 'OpportunityPage'),
})

export const partiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/parties',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../pages/records/PartiesPage.tsx'), 'PartiesPage'),
})

export const partyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/parties/$id',
  component: lazyRouteComponent(() => import('../pages/records/PartyPage.tsx'), 'PartyPage'),
})

export const productsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/products',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../pages/records/ProductsPage.tsx'), 'ProductsPage'),
})

export const productRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/records/products/$id',
  component: lazyRouteComponent(() => import('../pages/records/ProductPage.tsx'), 'ProductPage'),
})
