import { instanceRow, taskRow } from '../../../engine/testing/store/sample-rows.ts'
import { openDatabase } from '../../connection/open-database.ts'
import { temporaryFile } from '../testing/database-under-test.ts'
import { RememberedRows } from './remembered-rows.ts'

const task = (key: number) => taskRow(key, { candidateGroups: '["sales"]' })

test('of very many rows those written last are remembered', () => {
  const tasks = new RememberedRows<ReturnType<typeof task>>()
  for (let key = 1; key <= 5_000; key++) tasks.learn(task(key))
  tasks.learn(task(1))
  tasks.learn(task(5_001))
  expect(tasks.get(1)).toEqual(task(1))
  expect(tasks.get(2)).toBeUndefined()
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

test('what another node did to an instance is seen by the one that wrote it before', async () => {
  const { url, remove } = await temporaryFile()
  const [one, other] = await Promise.all([openDatabase(url), openDatabase(url)])
  const save = (node: typeof one, revision: number) =>
    node.store.transact([1], async (tx) => {
      const row = await tx.instance(1)
      tx.update('instances', 1, { revision }, { revision: row!.revision })
    })
  await one.store.transact([], async (tx) => tx.insert('instances', instanceRow(1)))
  await save(one, 2)
  await save(other, 3)
  await save(one, 4)
  expect(await one.store.get('instances', 1)).toMatchObject({ revision: 4 })
  await Promise.all([one.close(), other.close()])
  await remove()
})

test('what a command that failed had made of an instance is not remembered', async () => {
  const { url, remove } = await temporaryFile()
  const { store, close } = await openDatabase(url)
  await store.transact([], async (tx) => tx.insert('instances', instanceRow(1)))
  const failing = store.transact([1], async (tx) => {
    await tx.instance(1)
    tx.update('instances', 1, { state: 'undone' })
    throw new Error('failed')
  })
  await expect(failing).rejects.toThrow('failed')
  expect(await store.transact([1], (tx) => tx.instance(1))).toEqual(instanceRow(1))
  await close()
  await remove()
})

test('an instance that was read, saved and read again is as it was saved; a deleted one is gone', async () => {
  const { url, remove } = await temporaryFile()
  const { store, close } = await openDatabase(url)
  await store.transact([], async (tx) => tx.insert('instances', instanceRow(1)))
  const read = () => store.transact([1], (tx) => tx.instance(1))
  const changes = { revision: 2, variables: '{"a":"ب"}' }
  await read()
  await store.transact([1], async (tx) => tx.update('instances', 1, changes))
  expect(await read()).toEqual({ ...instanceRow(1), ...changes })
  await store.transact([1], async (tx) => tx.delete('instances', 1))
  expect(await read()).toBeUndefined()
  await close()
  await remove()
})
