import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { deploy, type Node, openNode } from './open-node.ts'
import { orderProcess } from './order-process.ts'
import { unsound } from './unsound.ts'

let node: Node
let remove: () => Promise<void>
let instance = 0

beforeEach(async () => {
  const file = await temporaryFile()
  remove = file.remove
  node = await openNode(file.url)
  await deploy(node, orderProcess)
  const started = await node.engine.create({ process: { id: 'order' }, variables: { a: 1 } }, { by: 'sara' })
  if (!started.ok) throw new Error(started.error.message)
  instance = started.value.key
  const [task] = await node.database.store.find('tasks', { where: [], limit: 1 })
  const command = { type: 'completeTask', key: task!.key, variables: {}, outcome: null } as const
  await node.engine.execute(instance, command, { by: 'sara' })
})

afterEach(async () => {
  await node.close()
  await remove()
})

const problems = async (): Promise<string[]> => {
  const { store } = node.database
  return unsound(store, (await store.get('instances', instance))!)
}

test('an instance as the engine left it is sound', async () => {
  expect(await problems()).toEqual([])
})

test.each([
  ['a lost command', 'DELETE FROM history WHERE seq = 2', /expected history 1 … 2, got 1/],
  ['a state that nothing led to', "UPDATE instances SET state = '[[]]'", /expected state .* as replayed/],
  ['variables that nobody set', "UPDATE instances SET variables = '{}'", /expected variables .* as replayed/],
  ['a wrong status', "UPDATE instances SET status = 'canceled'", /expected status active/],
  ['a task that is open twice', "UPDATE tasks SET state = 'CREATED'", /rows of open tasks/],
  ['a task that is offered to nobody', 'DELETE FROM task_candidacies', /offered to the group/],
])('%s is found', async (_what, damage, problem) => {
  await node.database.sequelize.query(damage)
  expect((await problems()).join('\n')).toMatch(problem)
})
