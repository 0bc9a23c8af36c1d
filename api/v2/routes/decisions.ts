import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import {
  getDecisionDefinition,
  getDecisionDefinitionXml,
  searchDecisionDefinitions,
} from '../../contract/v2/decisions.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { keyOf } from '../key.ts'
import { presentDecision, requirementsKeys } from '../present/decision.ts'
import { oneOf } from '../search/conditions.ts'
import { searchDecisions, withoutFile } from '../search/search-decisions.ts'
import { serve } from '../serve.ts'

export const decisionRoutes = ({ engine }: V2Dependencies): Route[] => [
  serve(searchDecisionDefinitions, 'process.read', async ({ body }) => {
    const { items, page } = await searchDecisions(engine.store, body)
    return { items: await present(engine, items), page }
  }),
  serve(getDecisionDefinition, 'process.read', async ({ params }) => {
    const [decision] = await present(engine, [await decisionOf(engine, params.decisionDefinitionKey)])
    return decision!
  }),
  serve(getDecisionDefinitionXml, 'process.read', async ({ params }) => {
    const { xml } = await decisionOf(engine, params.decisionDefinitionKey)
    return xml
  }),
]

async function present(engine: Engine, rows: readonly Rows['decisions'][]) {
  const where = [
    oneOf<Rows['decisions']>('deployment', [...new Set(rows.map(({ deployment }) => deployment))]),
  ]
  const keyOfFile = requirementsKeys(await engine.store.find('decisions', { where, columns: withoutFile }))
  return rows.map((row) => presentDecision(row, keyOfFile(row)))
}

async function decisionOf(engine: Engine, key: string): Promise<Rows['decisions']> {
  const row = await engine.store.get('decisions', keyOf(key))
  if (row === undefined) throw notFound('decision_definition', key)
  return row
}
