import type { Rows } from '../../engine/ports/rows.ts'
import type { Condition } from '../../engine/ports/store.ts'
import type { Identity } from '../auth/identity.ts'
import { offersFor } from '../offers/offers-for.ts'
import { startersOf } from '../presenters/process-rows.ts'
import { withCalled } from '../records/instance-tree.ts'
import { declaresRecord, type SightNeeds } from './instance-facts.ts'
import { instancesOfDeals, instancesOfOtherRecords } from './instances-of-records.ts'
import { instancesOfTasks } from './instances-of-tasks.ts'
import { LATEST } from './latest.ts'
import { may } from './may.ts'

type InstanceCondition = Condition<Rows['instances']>

/** Which instances a person sees, for lists: 'all', or what narrows a query to them. */
export type InstanceSight = 'all' | { readonly where: InstanceCondition; readonly keys: readonly number[] }

/**
 * `may(person, 'instance.read_this', …)` for queries: what is found by it is always permitted. Each reason is followed
 * back over the latest 2,000 tasks, records and instances, and what those have called.
 */
export async function visibleInstances(needs: SightNeeds, person: Identity): Promise<InstanceSight> {
  if (may(person, 'instance.read_all')) return 'all'
  const free: InstanceCondition[] = [
    { column: 'definition', is: 'in', value: await startableDefinitions(needs, person) },
    { column: 'parent', is: '=', value: 0 },
  ]
  const started: InstanceCondition[] = [{ column: 'startedBy', is: '=', value: person.id }]
  const reasons = await Promise.all([
    newest(needs, [{ anyOf: [started, free] }]),
    instancesOfTasks(needs, person),
    instancesOfOffers(needs, person),
    instancesOfDeals(needs, person.id),
    instancesOfOtherRecords(needs, person.id),
  ])
  const keys = await withCalled(needs.engine.store, [...new Set(reasons.flat())])
  return { where: { anyOf: [started, free, [{ column: 'key', is: 'in', value: keys }]] }, keys }
}

/** The conditions of a query on instances. */
export const onlyVisible = (sight: InstanceSight): InstanceCondition[] =>
  sight === 'all' ? [] : [sight.where]

/** The conditions of a query on rows that belong to an instance. */
export const ofVisible = <T extends 'incidents' | 'subscriptions' = 'incidents'>(
  sight: InstanceSight,
): Condition<Rows[T]>[] => (sight === 'all' ? [] : [{ column: 'instance', is: 'in', value: sight.keys }])

/** Versions of processes that are about no record and that this person may start. */
async function startableDefinitions({ engine }: SightNeeds, person: Identity): Promise<number[]> {
  const rows = await engine.store.find('processDefinitions', { where: [], columns: ['key'] })
  const startable = await Promise.all(
    rows.map(async ({ key }) => {
      const graph = await engine.definitions.graph(key)
      return !declaresRecord(graph) && may(person, 'process.start_this', { starters: startersOf(graph) })
    }),
  )
  return rows.filter((_row, index) => startable[index]).map(({ key }) => key)
}

/** Instances in which something is offered to the person that they may begin. */
async function instancesOfOffers({ engine }: SightNeeds, person: Identity): Promise<number[]> {
  const { rows } = await offersFor(engine, person, { limit: LATEST, newestFirst: true })
  return rows.map(({ instance }) => instance)
}

async function newest({ engine }: SightNeeds, where: readonly InstanceCondition[]): Promise<number[]> {
  const latest = { orderBy: [{ column: 'key', descending: true }], limit: LATEST } as const
  const rows = await engine.store.find('instances', { where, ...latest, columns: ['key'] })
  return rows.map(({ key }) => key)
}
