import type { ProcessGraph } from '../../../engine/graph/process-graph.ts'
import type { Key } from '../../../engine/index.ts'
import type { Engine } from '../../../engine/runtime/engine.ts'
import type { InstanceHistory } from './instance-history.ts'

/** The graphs of all versions that these instances have had. */
export async function graphsOf(
  { definitions }: Engine,
  histories: readonly InstanceHistory[],
): Promise<(definition: Key) => ProcessGraph> {
  const keys = new Set(
    histories.flatMap(({ elements, flows }) => [
      ...[...elements.values()].map(({ definition }) => definition),
      ...flows.keys(),
    ]),
  )
  const graphs = await Promise.all([...keys].map(async (key) => [key, await definitions.graph(key)] as const))
  const byKey = new Map(graphs)
  return (key) => byKey.get(key)! // every version among them was asked for
}
