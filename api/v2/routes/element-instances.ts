import { getElementInstance, searchElementInstances } from '../../contract/v2/element-instances.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { onlyVisible, visibleInstances } from '../../policies/visible-instances.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { searchElements } from '../search/search-element-instances.ts'
import { serve } from '../serve.ts'

export const elementInstanceRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(searchElementInstances, 'instance.read', async ({ body, person }) => {
    const within = onlyVisible(await visibleInstances(dependencies, person))
    const { items, page } = await searchElements(dependencies.engine, body, within)
    return { items: [...items], page }
  }),
  serve(getElementInstance, 'instance.read', async ({ params: { elementInstanceKey }, person }) => {
    const within = onlyVisible(await visibleInstances(dependencies, person))
    const asked = { filter: { elementInstanceKey }, sort: [] }
    const { items } = await searchElements(dependencies.engine, asked, within)
    const [found] = items
    if (found === undefined) throw notFound('element_instance', elementInstanceKey)
    return found
  }),
]
