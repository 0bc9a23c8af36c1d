import type { Key } from '../key.ts'
import { decodeEvents } from '../state/event-codec.ts'
import type { TestEngine } from './test-engine.ts'
import { Trace } from './trace.ts'

/** The stored history of an instance in the words of a golden trace. */
export async function historyOf({ engine }: TestEngine, instance: Key): Promise<string[]> {
  const { definition } = (await engine.store.get('instances', instance))!
  const graph = await engine.definitions.graph(definition)
  const trace = new Trace(graph)
  const rows = await engine.store.find('history', {
    where: [{ column: 'instance', is: '=', value: instance }],
  })
  for (const { events } of rows) for (const event of decodeEvents(instance, events)) trace.add(event, graph)
  return trace.lines
}
