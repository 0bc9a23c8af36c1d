import type { FeelValue } from '../../../engine/feel/index.ts'
import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import {
  getDecisionDefinition,
  getDecisionDefinitionXml,
  searchDecisionDefinitions,
} from '../../contract/v2/decisions.ts'
import { type EvaluateDecision, evaluateDecision } from '../../contract/v2/evaluate-decision.ts'
import { notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { decisionOfRow } from '../decision-of-row.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { givenVariables } from '../given-variables.ts'
import { keyOf } from '../key.ts'
import { presentDecision, requirementsKeys } from '../present/decision.ts'
import { presentEvaluation } from '../present/evaluation.ts'
import { oneOf } from '../search/conditions.ts'
import { searchDecisions, withoutFile } from '../search/search-decisions.ts'
import { serve } from '../serve.ts'

export const decisionRoutes = ({ engine, now }: V2Dependencies): Route[] => [
  serve(evaluateDecision, 'instance.read', async ({ body, person }) => {
    const row = await askedDecision(engine, body)
    const decision = await decisionOfRow(row)
    const variables = givenVariables(body.variables)
    // JSON values are FEEL values as they are.
    const lookup = (name: string) => variables[name] as FeelValue | undefined
    const result = decision.evaluate(lookup, { now: now(), zone: person.timeZone })
    const [evaluation, requirements] = await Promise.all([
      engine.store.reserveKeys(1),
      fileKeyOf(engine, row),
    ])
    return presentEvaluation(row, { requirements, evaluation }, result)
  }),
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

/** The decision of this key, or the latest version of this id. */
async function askedDecision(
  engine: Engine,
  { decisionDefinitionKey: key, decisionDefinitionId: id = '' }: EvaluateDecision,
) {
  if (key !== undefined) return decisionOf(engine, key)
  const [latest] = await engine.store.find('decisions', {
    where: [{ column: 'decisionId', is: '=', value: id }],
    orderBy: [{ column: 'version', descending: true }],
    limit: 1,
  })
  if (latest === undefined) throw notFound('decision_definition', id)
  return latest
}

const fileKeyOf = async (engine: Engine, row: Rows['decisions']) => {
  const [shown] = await present(engine, [row])
  return keyOf(shown!.decisionRequirementsKey)
}

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
