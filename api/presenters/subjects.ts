import { modelsOf } from '../../db/models/models-of.ts'
import { headOf, type OpportunityHead } from '../../db/records/opportunity/opportunity.ts'
import { partyNames } from '../../db/records/party/party.ts'
import type { Reading } from '../../db/records/reading.ts'
import { findRows } from '../../db/records/rows.ts'
import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Subject } from '../contract/index.ts'
import type { Services } from '../services.ts'
import { rootVariables } from './instance-state.ts'

/** A record by its kind and id. */
export interface RecordLink {
  readonly kind: 'opportunity'
  readonly id: number
}

type InstancePart = Pick<Rows['instances'], 'key' | 'definition' | 'variables'>

const isId = (value: unknown): value is string | number => /^[1-9]\d{0,15}$/.test(String(value))

/** The record that an instance is about: `kartabl:record` of its process names the kind and the variable of its id. */
export async function recordLink(
  engine: Services['engine'],
  graph: ProcessGraph,
  instance: InstancePart,
): Promise<RecordLink | null> {
  const [kind, variable] = (graph.properties['kartabl:record'] ?? '').split(':')
  if (kind !== 'opportunity') return null
  const id = (await rootVariables(engine, instance))[variable ?? 'opportunityId']
  return isId(id) ? { kind, id: Number(id) } : null
}

/** Links of instances by their key; instances about nothing are absent. */
export async function recordLinks(
  { engine }: Pick<Services, 'engine'>,
  instances: readonly number[],
): Promise<Map<number, RecordLink>> {
  const keys = [...new Set(instances)]
  const rows = await engine.store.find('instances', {
    where: [{ column: 'key', is: 'in', value: keys }],
    columns: ['key', 'definition', 'variables'],
  })
  const links = await Promise.all(
    rows.map(
      async (row) =>
        [row.key, await recordLink(engine, await engine.definitions.graph(row.definition), row)] as const,
    ),
  )
  return new Map(links.flatMap(([key, link]) => (link === null ? [] : [[key, link]])))
}

/** Subjects by instance key. Who may see a task sees what it is about, so no row rule is asked here. */
export async function subjectsOf(
  services: Services,
  instances: readonly number[],
): Promise<Map<number, Subject>> {
  if (instances.length === 0) return new Map()
  const links = await recordLinks(services, instances)
  const ids = [...new Set([...links.values()].map((link) => link.id))]
  const subjects = await opportunitySubjects(services.reading, ids)
  return new Map(
    [...links].flatMap(([instance, link]) => {
      const subject = subjects.get(link.id)
      return subject === undefined ? [] : [[instance, subject]]
    }),
  )
}

async function opportunitySubjects(reading: Reading, ids: readonly number[]): Promise<Map<number, Subject>> {
  if (ids.length === 0) return new Map()
  const rows = await findRows(reading, modelsOf(reading.sequelize).opportunity, { where: { id: [...ids] } })
  const names = await partyNames(
    reading,
    rows.map((row) => row.partyId),
  )
  return new Map(rows.map((row) => [row.id, subjectOf(headOf(row), names.get(row.partyId) ?? '')]))
}

const subjectOf = (row: OpportunityHead, partyName: string): Subject => ({
  kind: 'opportunity',
  id: String(row.id),
  title: row.title,
  partyName,
  amount: { amount: row.total, currency: row.currency },
})
