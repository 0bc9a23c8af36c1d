import type { Rows } from '../../../engine/ports/rows.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { Identity } from '../../auth/identity.ts'
import { getIncident, resolveIncident, searchIncidents } from '../../contract/v2/incidents.ts'
import { searchProcessInstanceIncidents } from '../../contract/v2/process-instances.ts'
import { ApiProblem, notFound } from '../../http/api-problem.ts'
import type { Route } from '../../http/route.ts'
import { loadInstance } from '../../instances/load-instance.ts'
import { ofVisible, visibleInstances } from '../../policies/visible-instances.ts'
import { withCalled } from '../../records/instance-tree.ts'
import { definitionsOf } from '../definitions-of.ts'
import type { V2Dependencies } from '../dependencies.ts'
import { done } from '../done.ts'
import { keyOf, timeTextOrNone } from '../key.ts'
import { presentIncident } from '../present/incident.ts'
import { oneOf } from '../search/conditions.ts'
import { searchIncidentRows } from '../search/search-incidents.ts'
import type { Found } from '../search/search-table.ts'
import { serve } from '../serve.ts'

export const incidentRoutes = (dependencies: V2Dependencies): Route[] => [
  serve(searchIncidents, 'instance.read', async ({ body, person }) => {
    const within = ofVisible(await visibleInstances(dependencies, person))
    const { engine } = dependencies
    return presentFound(engine, await searchIncidentRows(engine.store, body, within))
  }),
  serve(searchProcessInstanceIncidents, 'instance.read', async ({ params, body, person }) => {
    const { engine } = dependencies
    const key = keyOf(params.processInstanceKey)
    if ((await loadInstance(dependencies, person, key)) === undefined)
      throw notFound('process_instance', params.processInstanceKey)
    const ofThese = oneOf<Rows['incidents']>('instance', await withCalled(engine.store, [key]))
    return presentFound(engine, await searchIncidentRows(engine.store, body, [ofThese]))
  }),
  serve(getIncident, 'instance.read', async ({ params, person }) => {
    const row = await incidentOf(dependencies, person, params.incidentKey)
    return presentIncident(row, (await definitionsOf(dependencies.engine, [row]))(row).processId)
  }),
  serve(resolveIncident, 'incident.resolve', async ({ params, person }) => {
    const row = await incidentOf(dependencies, person, params.incidentKey)
    if (row.state === 'RESOLVED') throw resolvedBefore(row)
    const { key, instance, elementInstance } = row
    const command = { type: 'resolveIncident', key: elementInstance, incident: key } as const
    done(await dependencies.engine.execute(instance, command, { by: person.id }))
    return undefined
  }),
]

/** The contract knows no other answer for an incident that is no more. */
const resolvedBefore = ({ key, resolvedAt }: Rows['incidents']) =>
  new ApiProblem(
    404,
    'incident_resolved',
    `Incident ${key} was resolved at ${timeTextOrNone(resolvedAt) ?? 'an earlier time'}.`,
  )

async function presentFound(engine: Engine, { items, page }: Found<Rows['incidents']>) {
  const definitionOf = await definitionsOf(engine, items)
  return { items: items.map((row) => presentIncident(row, definitionOf(row).processId)), page }
}

async function incidentOf(
  dependencies: V2Dependencies,
  person: Identity,
  key: string,
): Promise<Rows['incidents']> {
  const row = await dependencies.engine.store.get('incidents', keyOf(key))
  if (row === undefined || !(await loadInstance(dependencies, person, row.instance)))
    throw notFound('incident', key)
  return row
}
