import type { GraphElement, ProcessGraph } from '../../engine/graph/process-graph.ts'
import type { Rows } from '../../engine/ports/rows.ts'
import type { Engine } from '../../engine/runtime/index.ts'
import { readState } from '../../engine/runtime/large/read-state.ts'
import type { ElementInstance, InstanceState } from '../../engine/state/instance-state.ts'

/** An instance as its row has it. */
export interface LoadedInstance {
  readonly row: Rows['instances']
  readonly graph: ProcessGraph
  readonly state: InstanceState
}

/** An element instance and where it is. */
export interface Spot {
  readonly instance: LoadedInstance
  readonly at: ElementInstance
  readonly element: GraphElement
}

/** Every instance there is, called ones too, oldest first. */
export async function loadInstances({ store, definitions }: Engine): Promise<LoadedInstance[]> {
  const rows = await store.find('instances', { where: [], orderBy: [{ column: 'key' }] })
  return Promise.all(
    rows.map(async (row) => ({
      row,
      graph: await definitions.graph(row.definition),
      state: await readState(store, row),
    })),
  )
}

/** Element instances of instances that run, oldest first. */
export const spotsIn = (instances: readonly LoadedInstance[]): Spot[] =>
  instances
    .filter(({ row }) => row.status === 'active')
    .flatMap((instance) =>
      [...instance.state.elements.values()].map((at) => ({
        instance,
        at,
        element: instance.graph.elements[at.element]!,
      })),
    )
    .sort((a, b) => a.at.key - b.at.key)
