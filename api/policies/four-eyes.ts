import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { EngineStore } from '../../engine/ports/store.ts'

/** `kartabl:fourEyes` of a user task: ids of other user tasks, and `starter` for whoever started the instance. */
const rule = (element: GraphElement | undefined): string[] =>
  (element?.properties['kartabl:fourEyes'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * People who must not do this task because of what they did before in the same instance: four eyes. Nobody when the
 * task has no such rule.
 */
export async function excludedFrom(
  store: EngineStore,
  graph: ProcessGraph,
  task: Pick<Rows['tasks'], 'instance' | 'elementId'>,
): Promise<string[]> {
  const named = rule(graph.elements[graph.indexOf.get(task.elementId) ?? -1])
  if (named.length === 0) return []
  const done = await store.find('tasks', {
    where: [
      { column: 'instance', is: '=', value: task.instance },
      { column: 'elementId', is: 'in', value: named },
      { column: 'state', is: '=', value: 'COMPLETED' },
    ],
    columns: ['completedBy'],
  })
  const starter = named.includes('starter')
    ? (await store.get('instances', task.instance))?.startedBy
    : undefined
  return [...done.map((row) => row.completedBy), starter].filter((person) => typeof person === 'string')
}
