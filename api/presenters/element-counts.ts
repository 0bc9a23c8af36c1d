import type { Rows } from '../../engine/ports/rows.ts'
import type { ProcessDetail } from '../contract/index.ts'
import type { Services } from '../services.ts'
import { tokensOf } from './instance-picture.ts'
import { seenInState } from './instance-state.ts'

type Counts = ProcessDetail['elements']

/** Instances read at a time: their states are a few hundred bytes each. */
const CHUNK = 500

/** Running tokens and open incidents per element of one version, over all its active instances. */
export async function elementCounts({ engine }: Services, definition: number): Promise<Counts> {
  const graph = await engine.definitions.graph(definition)
  const counts: Counts = Object.create(null) as Counts // element ids are names that others chose
  const at = (element: string) => {
    counts[element] ??= { active: 0, incidents: 0 }
    return counts[element]
  }
  for await (const row of activeInstances({ engine }, definition)) {
    const tokens = await seenInState(engine, row, (state) => tokensOf(graph, state))
    for (const token of tokens ?? []) at(token.elementId).active += token.count
  }
  const incidents = await engine.store.find('incidents', {
    where: [
      { column: 'definition', is: '=', value: definition },
      { column: 'state', is: '=', value: 'ACTIVE' },
    ],
    columns: ['elementId'],
  })
  for (const { elementId } of incidents) at(elementId).incidents += 1
  return { ...counts }
}

async function* activeInstances(
  { engine }: Pick<Services, 'engine'>,
  definition: number,
): AsyncGenerator<Rows['instances']> {
  let last = 0
  for (;;) {
    const rows = await engine.store.find('instances', {
      where: [
        { column: 'definition', is: '=', value: definition },
        { column: 'status', is: '=', value: 'active' },
        { column: 'key', is: '>', value: last },
      ],
      orderBy: [{ column: 'key' }],
      limit: CHUNK,
      columns: ['key', 'definition', 'status', 'parent', 'parentElement', 'suspended', 'state'],
    })
    yield* rows
    last = rows.at(-1)?.key ?? 0
    if (rows.length < CHUNK) return
  }
}
