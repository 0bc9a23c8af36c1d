import { taskRow } from '../../../engine/testing/store/sample-rows.ts'
import { openDatabase } from '../../connection/open-database.ts'
import { temporaryFile } from '../testing/database-under-test.ts'
import { RememberedTasks } from './remembered-tasks.ts'

const task = (key: number) => taskRow(key, { candidateGroups: '["sales"]' })

test('a task is remembered from one transaction to the next until it has ended', () => {
  const tasks = new RememberedTasks()
  tasks.begin(1)
  tasks.written(task(1))
  tasks.begin(1)
  expect(tasks.get(1)).toEqual(task(1))
  tasks.ended(1)
  expect(tasks.get(1)).toBeUndefined()
})

test('nothing is remembered once another connection has committed', () => {
  const tasks = new RememberedTasks()
  tasks.begin(1)
  tasks.written(task(1))
  tasks.begin(2)
  expect(tasks.get(1)).toBeUndefined()
})

test('of very many tasks those written last are remembered', () => {
  const tasks = new RememberedTasks()
  for (let key = 1; key <= 5_001; key++) tasks.written(task(key))
  expect(tasks.get(1)).toBeUndefined()
  expect(tasks.get(2)).toEqual(task(2))
})

test('what another node did to a task is seen by the one that wrote it before', async () => {
  const { url, remove } = await temporaryFile()
  const [one, other] = await Promise.all([openDatabase(url), openDatabase(url)])
  await one.store.transact([], async (tx) => tx.insert('tasks', task(1)))
  await other.store.transact([], async (tx) => tx.update('tasks', 1, { candidateGroups: '["finance"]' }))
  await one.store.transact([], async (tx) => tx.update('tasks', 1, { state: 'COMPLETED' }))
  const [candidacies] = await one.sequelize.query('SELECT * FROM task_candidacies')
  const [counts] = await one.sequelize.query('SELECT open FROM task_counts_by_day')
  expect([candidacies, counts]).toEqual([[], [{ open: 0 }, { open: 0 }]])
  await Promise.all([one.close(), other.close()])
  await remove()
})

test('what a command that failed had made of a task is not remembered', async () => {
  const { url, remove } = await temporaryFile()
  const { store, sequelize, close } = await openDatabase(url)
  await store.transact([], async (tx) => tx.insert('tasks', task(1)))
  const failing = store.transact([], async (tx) => {
    tx.update('tasks', 1, { candidateGroups: '["finance"]' })
    throw new Error('failed')
  })
  await expect(failing).rejects.toThrow('failed')
  await store.transact([], async (tx) => tx.update('tasks', 1, { state: 'COMPLETED' }))
  const [candidacies] = await sequelize.query('SELECT * FROM task_candidacies')
  expect(candidacies).toEqual([])
  await close()
  await remove()
})

test('a task that changes twice among commands that are committed together is offered as it is in the end', async () => {
  const { url, remove } = await temporaryFile()
  const { store, sequelize, close } = await openDatabase(url)
  await store.transact([], async (tx) => tx.insert('tasks', task(1)))
  const offer = (group: string) =>
    store.transact([], async (tx) => tx.update('tasks', 1, { candidateGroups: JSON.stringify([group]) }))
  await Promise.all([offer('finance'), offer('delivery')])
  const [candidacies] = await sequelize.query('SELECT candidate FROM task_candidacies')
  expect(candidacies).toEqual([{ candidate: 'delivery' }])
  await close()
  await remove()
})
