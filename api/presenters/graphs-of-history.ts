import type { ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import { decodeEvents } from '../../engine/state/event-codec.ts'
import type { Services } from '../services.ts'

/** The graphs of all versions that an instance has had, by definition. */
export async function graphsOfHistory(
  { engine }: Pick<Services, 'engine'>,
  history: readonly Rows['history'][],
): Promise<(definition: number) => ProcessGraph> {
  const keys = new Set(
    history.flatMap(({ instance, events }) =>
      decodeEvents(instance, events).flatMap((event) =>
        event.type === 'instanceCreated' || event.type === 'instanceMigrated' ? [event.definition] : [],
      ),
    ),
  )
  const graphs = new Map(
    await Promise.all([...keys].map(async (key) => [key, await engine.definitions.graph(key)] as const)),
  )
  return (key) => graphs.get(key)! // every version of it was asked for
}
