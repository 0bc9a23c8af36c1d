import { getElementInstance, searchElementInstances } from '../../contract/v2/element-instances.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { searchElements } from '../search/search-element-instances.ts'
import { serve } from '../serve.ts'

export const elementInstanceRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(searchElementInstances, 'instance.read', async ({ body }) => {
    const { items, page } = await searchElements(engine, body)
    return { items: [...items], page }
  }),
  serve(getElementInstance, 'instance.read', async ({ params: { elementInstanceKey } }) => {
    const { items } = await searchElements(engine, { filter: { elementInstanceKey }, sort: [] })
    const [found] = items
    if (found === undefined) throw notFound('element_instance', elementInstanceKey)
    return found
  }),
]
