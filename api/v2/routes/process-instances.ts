import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { Identity } from '../../auth/identity.ts'
import { DEFAULT_TENANT } from '../../contract/v2/key.ts'
import {
  cancelProcessInstance,
  getProcessInstance,
  getProcessInstanceCallHierarchy,
  getProcessInstanceSequenceFlows,
  getProcessInstanceStatistics,
  searchProcessInstances,
} from '../../contract/v2/process-instances.ts'
import { ApiProblem } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { loadInstance } from '../../instances/load-instance.ts'
import { onlyVisible, visibleInstances } from '../../policies/visible-instances.ts'
import { definitionsOf } from '../definitions-of.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { statisticsOf } from '../history/count-elements.ts'
import { graphsOf } from '../history/graphs-of.ts'
import { readHistory } from '../history/read-history.ts'
import { instanceOf } from '../instance-of.ts'
import { keyText } from '../key.ts'
import { presentProcessInstance } from '../present/process-instance.ts'
import { searchInstances } from '../search/search-instances.ts'
import { serve } from '../serve.ts'

export const processInstanceRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(searchProcessInstances, 'instance.read', async ({ body, person }) => {
    const within = onlyVisible(await visibleInstances(dependencies, person))
    const { items, page } = await searchInstances(dependencies.engine, body, within)
    const definitionOf = await definitionsOf(dependencies.engine, items)
    return { items: items.map((row) => presentProcessInstance(row, definitionOf(row))), page }
  }),
  serve(getProcessInstance, 'instance.read', async ({ params, person }) => {
    const row = await instanceOf(dependencies, person, params.processInstanceKey)
    const definitionOf = await definitionsOf(dependencies.engine, [row])
    return presentProcessInstance(row, definitionOf(row))
  }),
  serve(cancelProcessInstance, 'instance.cancel', async ({ params, person }) => {
    const { key } = await instanceOf(dependencies, person, params.processInstanceKey)
    const canceled = await dependencies.engine.execute(key, { type: 'cancelInstance' }, { by: person.id })
    if (!canceled.ok && canceled.error.code === 'instance_not_active')
      throw endedBefore(canceled.error.message)
    done(canceled)
    return undefined
  }),
  serve(getProcessInstanceSequenceFlows, 'instance.read', async ({ params, person }) => {
    const row = await instanceOf(dependencies, person, params.processInstanceKey)
    return { items: await takenFlows(dependencies.engine, row) }
  }),
  serve(getProcessInstanceStatistics, 'instance.read', async ({ params, person }) => {
    const { key } = await instanceOf(dependencies, person, params.processInstanceKey)
    const { engine } = dependencies
    return { items: await statisticsOf(engine, [await readHistory(engine.store, key)]) }
  }),
  serve(getProcessInstanceCallHierarchy, 'instance.read', async ({ params, person }) => {
    const row = await instanceOf(dependencies, person, params.processInstanceKey)
    const rows = await callersOf(dependencies, person, row)
    const definitionOf = await definitionsOf(dependencies.engine, rows)
    return rows.map((row) => ({
      processInstanceKey: keyText(row.key),
      processDefinitionKey: keyText(row.definition),
      processDefinitionName: definitionOf(row).name,
    }))
  }),
]

/** The contract knows no other answer for an instance that is no more. */
const endedBefore = (message: string) => new ApiProblem(404, 'instance_not_active', message)

async function takenFlows(engine: Engine, { key, definition }: Rows['instances']) {
  const history = await readHistory(engine.store, key)
  const graphOf = await graphsOf(engine, [history])
  const { processId } = await engine.definitions.graph(definition)
  const ids = [...history.flows].flatMap(([version, flows]) =>
    [...flows].map((index) => graphOf(version).flows[index]?.id ?? ''),
  )
  return [...new Set(ids)].map((elementId) => ({
    sequenceFlowId: `${key}_${elementId}`,
    processInstanceKey: keyText(key),
    processDefinitionKey: keyText(definition),
    processDefinitionId: processId,
    elementId,
    tenantId: DEFAULT_TENANT,
  }))
}

/** The instances that called it as far up as this person sees them, the outermost first, and itself at the end. */
async function callersOf(
  dependencies: V2Dependencies,
  person: Identity,
  row: Rows['instances'],
): Promise<Rows['instances'][]> {
  const rows = [row]
  for (let first = row; first.parent !== 0; ) {
    const caller = await loadInstance(dependencies, person, first.parent)
    if (caller === undefined) return rows
    rows.unshift(caller)
    first = caller
  }
  return rows
}
