import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { ProcessRow, ProcessVersion } from '../contract/index.ts'
import { type Actor, may } from '../policies/may.ts'
import type { Services } from '../services.ts'
import { processTexts } from './definition-texts.ts'
import { keyText, time } from './shapes.ts'

/** A version without its file. */
export type Version = Pick<
  Rows['processDefinitions'],
  'key' | 'deployment' | 'processId' | 'version' | 'name'
>

/** All versions by process, newest first; processes by name. */
export async function versionsByProcess({ engine }: Services): Promise<Map<string, Version[]>> {
  const rows = await engine.store.find('processDefinitions', {
    where: [],
    orderBy: [{ column: 'name' }, { column: 'version', descending: true }],
    columns: ['key', 'deployment', 'processId', 'version', 'name'],
  })
  const grouped = new Map<string, Version[]>()
  for (const row of rows) grouped.set(row.processId, [...(grouped.get(row.processId) ?? []), row])
  for (const versions of grouped.values()) versions.sort((a, b) => b.version - a.version)
  return grouped
}

/** `kartabl:candidateStarters`: groups and people who may start it; empty means everyone. */
export const startersOf = (graph: ProcessGraph): string[] =>
  (graph.properties['kartabl:candidateStarters'] ?? '')
    .split(',')
    .map((starter) => starter.trim())
    .filter((starter) => starter !== '')

/** A person can begin it: it has a start that waits for nothing. */
export const hasPlainStart = (graph: ProcessGraph): boolean => {
  const [process] = graph.elements
  return process?.type === 'process' && process.starts.length > 0
}

/** A process as this person sees it, from its versions, newest first; null when there are none. */
export async function presentProcess(
  services: Services,
  person: Actor,
  versions: readonly Version[],
): Promise<ProcessRow | null> {
  const [latest] = versions
  if (latest === undefined) return null
  const { engine } = services
  const graph = await engine.definitions.graph(latest.key)
  const keys = versions.map((version) => version.key)
  const deployment = await engine.store.get('deployments', latest.deployment)
  return {
    processId: latest.processId,
    ...processTexts(graph),
    definitionKey: keyText(latest.key),
    version: latest.version,
    versions: versions.length,
    running: await running(services, keys),
    incidents: await engine.store.count('incidents', [
      { column: 'definition', is: 'in', value: keys },
      { column: 'state', is: '=', value: 'ACTIVE' },
    ]),
    startable: hasPlainStart(graph) && may(person, 'process.start_this', { starters: startersOf(graph) }),
    startForm: graph.startForm !== null,
    updatedAt: time(deployment?.at ?? 0),
  }
}

const running = ({ engine }: Services, definitions: readonly number[]) =>
  engine.store.count('instances', [
    { column: 'definition', is: 'in', value: definitions },
    { column: 'status', is: '=', value: 'active' },
  ])

/** One version: who deployed it, when, and how much of it runs. */
export async function presentVersion(services: Services, version: Version): Promise<ProcessVersion> {
  const deployment = await services.engine.store.get('deployments', version.deployment)
  return {
    definitionKey: keyText(version.key),
    version: version.version,
    deployedAt: time(deployment?.at ?? 0),
    by: await services.directory.person(deployment?.by ?? null),
    running: await running(services, [version.key]),
  }
}
