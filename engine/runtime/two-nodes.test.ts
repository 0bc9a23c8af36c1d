import type { Key } from '../key.ts'
import { MemoryStore } from '../ports/memory/memory-store.ts'
import { StaleRevision, type StoreTransaction } from '../ports/store.ts'
import { DuplicateRow } from '../ports/store-errors.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const child = diagram('child').start().userTask('vote').end()
const parent = diagram('parent').start().callActivity('call', 'child').end()

async function twoNodes() {
  const one = await TestEngine.open()
  const other = await TestEngine.open({ store: one.engine.store })
  return { one, other }
}

test('a process that another node has deployed just now can be started and called here', async () => {
  const { one, other } = await twoNodes()
  await other.deploy(parent)
  await other.start('parent')
  await one.deploy(child)
  expect(await other.start('child')).toMatchObject({ definition: { processId: 'child' } })
  const again = await twoNodes()
  await again.other.deploy(parent)
  await again.other.start('parent') // an incident, and its definitions are now fresh
  await again.one.deploy(child)
  await again.other.start('parent')
  expect((await again.one.tasks()).map((task) => task.elementId)).toEqual(['vote'])
})

test('a new version is the one that starts as soon as its deployment is answered, whatever else is going on', async () => {
  const test = await TestEngine.open()
  const version = (task: string) => diagram('p').start().userTask(task).end()
  await test.deploy(version('old'))
  test.now += 2_000
  const [started] = await Promise.all([test.start('p'), test.deploy(version('new'))])
  expect(started.key).toBeGreaterThan(0)
  await test.start('p')
  expect((await test.tasks()).at(-1)!.elementId).toBe('new')
})

test('[ME1] a message kept for two instances that began to wait at the same moment reaches one of them', async () => {
  const { one, other } = await twoNodes()
  await one.deploy(diagram('order').start().catch('paid', { message: 'payment', key: '="A"' }).end())
  const keys = [(await one.start('order')).key, (await one.start('order')).key]
  const kept = { key: 900_000, name: 'payment', correlationKey: 'A', messageId: '', variables: '{}' }
  await one.engine.store.transact([], async (tx) =>
    tx.insert('messages', { ...kept, expiresAt: one.now + 60_000 }),
  )
  await Promise.all([one.engine.runDue(), other.engine.runDue()])
  expect(await Promise.all(keys.map((key) => one.statusOf(key)))).toEqual(['completed', 'active'])
})

test('[ME1] when the one that has waited longest was interrupted at this moment the next one gets the message', async () => {
  const { one } = await twoNodes()
  await one.deploy(diagram('order').start().catch('paid', { message: 'payment', key: '="A"' }).end())
  const { key: first } = await one.start('order')
  const { key: second } = await one.start('order')
  const [row] = await one.engine.store.find('subscriptions', {
    where: [{ column: 'instance', is: '=', value: first }],
  })
  await one.engine.execute(first, { type: 'cancelInstance' }, { by: 'omid' })
  // As another node's transaction still sees it.
  await one.engine.store.transact([], async (tx) => tx.insert('subscriptions', row!))
  const message = { name: 'payment', correlationKey: 'A', messageId: '', timeToLive: 0, variables: {} }
  expect(await one.engine.publish(message, { by: 'bank' })).toMatchObject({
    ok: true,
    value: { instances: [second] },
  })
})

/** A store on which another node wins the first races. */
class RacingStore extends MemoryStore {
  races: Error[] = []
  override transact<T>(instances: readonly Key[], work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    return super.transact(instances, async (tx) => {
      const done = await work(tx)
      const lost = this.races.shift()
      if (lost) throw lost
      return done
    })
  }
}

test.each([
  ['changed the instance', () => new StaleRevision(1)],
  ['inserted the same row', () => new DuplicateRow('process_definitions', 'p 1')],
])('a command runs again when another node has %s, and takes effect once', async (_what, lost) => {
  const store = new RacingStore()
  const test = await TestEngine.open({ store })
  store.races = [lost(), lost()]
  await test.deploy(child)
  store.races = [lost(), lost()]
  const { key } = await test.start('child')
  store.races = [lost(), lost()]
  expect(await test.complete('vote', { approved: true })).toBeNull()
  expect(await store.count('processDefinitions', [])).toBe(1)
  expect(await store.count('instances', [])).toBe(1)
  expect(await store.count('history', [{ column: 'instance', is: '=', value: key }])).toBe(2)
})

test('a race that is lost again and again is an error in the end, not a loop', async () => {
  const store = new RacingStore()
  const test = await TestEngine.open({ store })
  await test.deploy(child)
  store.races = Array.from({ length: 100 }, () => new StaleRevision(1))
  await expect(test.start('child')).rejects.toThrow(StaleRevision)
  expect(store.races.length).toBeGreaterThan(70)
})
