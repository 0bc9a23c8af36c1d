import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import {
  getProcessDefinition,
  getProcessDefinitionStatistics,
  getProcessDefinitionXml,
  getStartProcessForm,
  searchProcessDefinitions,
} from '../../contract/v2/process-definitions.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { may } from '../../policies/may.ts'
import { onlyVisible, visibleInstances } from '../../policies/visible-instances.ts'
import { definitionStatistics } from '../../statistics/definition-statistics.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { findForm } from '../find-form.ts'
import { countElements } from '../history/count-elements.ts'
import { keyOf } from '../key.ts'
import { presentForm } from '../present/form.ts'
import { presentProcessDefinition } from '../present/process-definition.ts'
import { instanceSearch } from '../search/instance-filter.ts'
import { searchDefinitions } from '../search/search-definitions.ts'
import { serve } from '../serve.ts'

export function processDefinitionRoutes(dependencies: V2Dependencies): Route[] {
  const { engine } = dependencies
  const hasStartForm = async (key: number) => (await engine.definitions.graph(key)).startForm !== null
  return [
    serve(searchProcessDefinitions, 'process.read', async ({ body }) => {
      const { items, page } = await searchDefinitions(engine.store, body, hasStartForm)
      const shown = items.map(async (row) => presentProcessDefinition(row, await hasStartForm(row.key)))
      return { items: await Promise.all(shown), page }
    }),
    serve(getProcessDefinition, 'process.read', async ({ params }) => {
      const row = await definitionOf(engine, params.processDefinitionKey)
      return presentProcessDefinition(row, await hasStartForm(row.key))
    }),
    serve(getProcessDefinitionXml, 'process.read', async ({ params }) => {
      const row = await engine.store.get('processDefinitions', keyOf(params.processDefinitionKey))
      if (row === undefined) throw notFound('process_definition', params.processDefinitionKey)
      return row.xml
    }),
    serve(getStartProcessForm, 'process.read', async ({ params }) => {
      const row = await definitionOf(engine, params.processDefinitionKey)
      const { startForm } = await engine.definitions.graph(row.key)
      return presentForm(await findForm(engine.store, row, startForm), startForm)
    }),
    serve(getProcessDefinitionStatistics, 'instance.read', async ({ params, body, person }) => {
      const { key } = await definitionOf(engine, params.processDefinitionKey)
      const everything = may(person, 'instance.read_all') && Object.keys(body.filter ?? {}).length === 0
      if (everything) return { items: await definitionStatistics(engine, key) }
      // A filter on variables would tell what is in instances that the person may not see.
      const within = onlyVisible(await visibleInstances(dependencies, person))
      const { where, keep } = await instanceSearch(engine, body.filter ?? {})
      const ofThis = { column: 'definition', is: '=', value: key } as const
      return { items: await countElements(engine, [...within, ...where, ofThis], keep) }
    }),
  ]
}

async function definitionOf(engine: Engine, key: string): Promise<Rows['processDefinitions']> {
  const row = await engine.definitions.row(keyOf(key))
  if (row === undefined) throw notFound('process_definition', key)
  return row
}
