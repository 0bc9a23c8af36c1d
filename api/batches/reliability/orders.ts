import { deploy, type Node } from '../../../db/reliability/open-node.ts'
import { GROUP } from '../../../db/reliability/order-process.ts'
import type { Key } from '../../../engine/index.ts'
import { diagram } from '../../../engine/testing/diagram.ts'

const candidateGroups = GROUP

const order = (first: string): string =>
  diagram('order')
    .start()
    .userTask(first, { candidateGroups })
    .userTask('ship', { candidateGroups })
    .end()
    .toXml()

/** Version 1 and, where batches migrate to, version 2, which has another first task. */
export async function deployOrders(node: Node): Promise<void> {
  await deploy(node, order('approve'))
}

/** @returns the key of version 2 */
export async function deployNextVersion(node: Node): Promise<Key> {
  await deploy(node, order('decide'))
  const definition = await node.engine.definitions.byId('order')
  if (definition?.version !== 2) throw new Error(`expected version 2, got ${definition?.version}`)
  return definition.key
}

/** Starts instances; every so many of them goes on to its second task. */
export async function startOrders(node: Node, count: number, goesOn: (at: number) => boolean): Promise<void> {
  const starting = Array.from({ length: count }, async (_, at) => {
    const started = await node.engine.create({ process: { id: 'order' }, variables: {} }, { by: 'starter' })
    if (!started.ok) throw new Error(started.error.message)
    if (goesOn(at)) await completeFirstTask(node, started.value.key)
  })
  await Promise.all(starting)
}

async function completeFirstTask({ engine }: Node, instance: Key): Promise<void> {
  const [task] = await engine.store.find('tasks', {
    where: [{ column: 'instance', is: '=', value: instance }],
  })
  const command = { type: 'completeTask', key: task!.key, variables: {}, outcome: null } as const
  const done = await engine.execute(instance, command, { by: 'starter' })
  if (!done.ok) throw new Error(done.error.message)
}
