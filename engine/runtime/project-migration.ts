import type { EventOf } from '../state/event.ts'
import type { ElementInstance, Wait } from '../state/instance-state.ts'
import { migrateOffer } from './project-offers.ts'
import { tableOf } from './project-waits.ts'
import { changeTask, type Projection } from './projection.ts'

/** What is open is of the other version from now on. `p.graph` is that version's already. [MG1] */
export function migrateRows(p: Projection, { elements }: EventOf<'instanceMigrated'>): void {
  const to = new Map(elements)
  for (const instance of p.state.elements.values()) {
    const element = p.graph.elements[to.get(instance.element)!]!
    const { id, name } = element
    migrateOffer(p, instance, element)
    migrateWork(p, instance, { definition: p.definition, elementId: id }, name)
    if (!p.state.suspended) for (const wait of instance.waits) migrateWait(p, wait, to)
  }
}

interface Place {
  readonly definition: number
  readonly elementId: string
}

function migrateWork(
  p: Projection,
  { key, task, job, incident }: ElementInstance,
  place: Place,
  name: string,
): void {
  if (task) changeTask(p, key, { ...place, name })
  if (job) p.rows.update('jobs', p.instance, job.key, place)
  if (incident) p.rows.update('incidents', p.instance, incident.key, place)
}

function migrateWait(p: Projection, wait: Wait, to: ReadonlyMap<number, number>): void {
  const { id: elementId } = p.graph.elements[to.get(wait.element)!]!
  const { definition } = p
  const table = tableOf(wait)
  if (table === 'timers') p.rows.update(table, p.instance, wait.key, { elementId })
  else if (table) p.rows.update(table, p.instance, wait.key, { definition, elementId })
}
