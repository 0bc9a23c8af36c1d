import { searchMessageSubscriptions } from '../../contract/v2/message-subscriptions.ts'
import type { Route } from '../../http/route.ts'
import { ofVisible, visibleInstances } from '../../policies/visible-instances.ts'
import { definitionsOf } from '../definitions-of.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { presentSubscription } from '../present/message-subscription.ts'
import { searchSubscriptionRows } from '../search/search-subscriptions.ts'
import { serve } from '../serve.ts'

export const messageSubscriptionRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(searchMessageSubscriptions, 'instance.read', async ({ body, person }) => {
    const { engine } = dependencies
    const within = ofVisible<'subscriptions'>(await visibleInstances(dependencies, person))
    const { items, page } = await searchSubscriptionRows(engine.store, body, within)
    const definitionOf = await definitionsOf(engine, items)
    return { items: items.map((row) => presentSubscription(row, definitionOf(row).processId)), page }
  }),
]
