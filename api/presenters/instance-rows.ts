import type { Rows } from '../../engine/ports/rows.ts'
import type { InstanceRow } from '../contract/index.ts'
import type { Services } from '../services.ts'
import { processTexts } from './definition-texts.ts'
import { keyText, time, timeOrNull } from './shapes.ts'
import { subjectsOf } from './subjects.ts'

/** The columns a list needs; `state` and `variables` are long. */
export const instanceColumns = [
  'key',
  'definition',
  'revision',
  'status',
  'suspended',
  'startedAt',
  'endedAt',
  'startedBy',
  'incidents',
] as const
export type InstanceHead = Pick<Rows['instances'], (typeof instanceColumns)[number]>

/** Rows of a list, in the same order. The caller has checked that the person may see them. */
export async function presentInstances(
  services: Services,
  rows: readonly InstanceHead[],
): Promise<InstanceRow[]> {
  const subjects = await subjectsOf(
    services,
    rows.map((row) => row.key),
  )
  return Promise.all(
    rows.map(async (row) => ({
      ...(await definitionPart(services, row)),
      key: keyText(row.key),
      state: row.status,
      suspended: row.suspended === 1,
      startedAt: time(row.startedAt),
      endedAt: timeOrNull(row.endedAt),
      startedBy: await services.directory.person(row.startedBy),
      hasIncident: row.incidents > 0,
      subject: subjects.get(row.key) ?? null,
      rev: row.revision,
    })),
  )
}

async function definitionPart({ engine }: Services, { definition }: InstanceHead) {
  const graph = await engine.definitions.graph(definition)
  const row = await engine.definitions.row(definition)
  const { name, names } = processTexts(graph)
  return {
    processId: graph.processId,
    processName: name,
    processNames: names,
    definitionKey: keyText(definition),
    version: row?.version ?? 0,
  }
}
