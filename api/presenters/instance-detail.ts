import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import type { Identity } from '../auth/identity.ts'
import type { InstanceDetail } from '../contract/index.ts'
import { loadInstance } from '../instances/load-instance.ts'
import { may } from '../policies/may.ts'
import { taskFacts } from '../policies/task-facts.ts'
import type { Services } from '../services.ts'
import { awaitedDataOf, mayAwaitData } from './awaited-data.ts'
import { processTexts } from './definition-texts.ts'
import { graphsOfHistory } from './graphs-of-history.ts'
import { passedBy, tokensOf } from './instance-picture.ts'
import { presentInstances } from './instance-rows.ts'
import { rootVariables, seenInState, seenInWhole } from './instance-state.ts'
import { keyText, time } from './shapes.ts'
import { presentTasks } from './task-rows.ts'

type Instance = Rows['instances']

/** The history of an instance, oldest first. */
export const historyOf = ({ engine }: Pick<Services, 'engine'>, instance: number) =>
  engine.store.find('history', {
    where: [{ column: 'instance', is: '=', value: instance }],
    orderBy: [{ column: 'seq' }],
  })

/** Everything the instance page shows. The caller has checked that this person may see the instance. */
export async function presentInstance(
  services: Services,
  person: Identity,
  instance: Instance,
): Promise<InstanceDetail | null> {
  const [row] = await presentInstances(services, [instance])
  if (row === undefined) return null
  const { engine } = services
  const graph = await engine.definitions.graph(instance.definition)
  const history = await historyOf(services, instance.key)
  const events = history.flatMap((entry) => decodeEvents(entry.instance, entry.events))
  const { idOf, ...passed } = passedBy(await graphsOfHistory(services, history), events)
  return {
    ...row,
    variables: await rootVariables(engine, instance),
    tokens: (await seenInState(engine, instance, (state) => tokensOf(graph, state))) ?? [],
    awaitedData: await awaitedDataIn(services, graph, instance),
    ...passed,
    tasks: await tasksOf(services, person, [instance.key]),
    incidents: await incidentsOf(services, instance.key),
    called: await calledBy(services, instance.key, idOf),
    parent: await parentOf(services, person, instance.parent),
  }
}

async function awaitedDataIn({ engine }: Services, graph: ProcessGraph, instance: Instance) {
  if (instance.state === '' || !mayAwaitData(graph)) return []
  return (await seenInWhole(engine, instance, (state) => awaitedDataOf(graph, state))) ?? []
}

/** Tasks of these instances that the person may see: open ones first, then the newest. */
export async function tasksOf(services: Services, person: Identity, instances: readonly number[]) {
  const rows = await services.engine.store.find('tasks', {
    where: [{ column: 'instance', is: 'in', value: instances }],
    orderBy: [{ column: 'createdAt', descending: true }],
    limit: 200,
  })
  const visible = rows.filter((row) => may(person, 'task.read', taskFacts(row)))
  const open = visible.filter((row) => row.state === 'CREATED')
  return presentTasks(services, person, [...open, ...visible.filter((row) => row.state !== 'CREATED')])
}

async function incidentsOf({ engine }: Services, instance: number): Promise<InstanceDetail['incidents']> {
  const rows = await engine.store.find('incidents', {
    where: [
      { column: 'instance', is: '=', value: instance },
      { column: 'state', is: '=', value: 'ACTIVE' },
    ],
    orderBy: [{ column: 'createdAt' }],
  })
  return rows.map((row) => ({
    key: keyText(row.key),
    elementId: row.elementId,
    type: row.type,
    message: row.message,
    createdAt: time(row.createdAt),
  }))
}

async function calledBy(
  { engine }: Services,
  parent: number,
  elementOf: ReadonlyMap<number, string>,
): Promise<InstanceDetail['called']> {
  const rows = await engine.store.find('instances', {
    where: [{ column: 'parent', is: '=', value: parent }],
    columns: ['key', 'definition', 'status', 'parentElement'],
  })
  return Promise.all(
    rows.map(async (row) => ({
      elementId: elementOf.get(row.parentElement) ?? '',
      instanceKey: keyText(row.key),
      processName: processTexts(await engine.definitions.graph(row.definition)).name,
      state: row.status,
    })),
  )
}

/** Whoever has a task in what was called need not see the caller. */
async function parentOf(
  services: Services,
  person: Identity,
  parent: number,
): Promise<InstanceDetail['parent']> {
  const { engine } = services
  const row = parent === 0 ? undefined : await loadInstance(services, person, parent)
  if (row === undefined) return null
  return {
    instanceKey: keyText(row.key),
    processName: processTexts(await engine.definitions.graph(row.definition)).name,
  }
}
