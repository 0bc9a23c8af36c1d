import { noVariables } from '../json.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const waiting = (id: string) => diagram(id).start().catch('paid', { message: 'payment', key: '=order' }).end()

const payment = (correlationKey: string, more = {}) => ({
  name: 'payment',
  correlationKey,
  messageId: '',
  timeToLive: 0,
  variables: noVariables(),
  ...more,
})

const by = { by: 'bank' }

test('[ME1] a message reaches the instance that waits for its name and key, and no other', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting('order'))
  const one = await test.start('order', { order: 'A' })
  const other = await test.start('order', { order: 'B' })
  const done = await test.engine.publish(payment('A'), by)
  expect(done).toMatchObject({ ok: true, value: { instances: [one.key] } })
  expect(await test.statusOf(one.key)).toBe('completed')
  expect(await test.statusOf(other.key)).toBe('active')
})

test('[ME1] of two instances with the same key the one that has waited longer gets it', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting('order'))
  const first = await test.start('order', { order: 'A' })
  const second = await test.start('order', { order: 'A' })
  await test.engine.publish(payment('A'), by)
  expect([await test.statusOf(first.key), await test.statusOf(second.key)]).toEqual(['completed', 'active'])
})

test('[ME3] a message that came too early is kept and taken by the instance that waits later', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting('order'))
  await test.engine.publish(payment('A', { timeToLive: 60_000, variables: { amount: 7 } }), by)
  const { key } = await test.start('order', { order: 'A' })
  expect(await test.statusOf(key)).toBe('completed')
  expect(await test.variablesOf(key)).toEqual({ order: 'A', amount: 7 })
  const next = await test.start('order', { order: 'A' })
  expect(await test.statusOf(next.key)).toBe('active')
})

test('[ME2] a message that nobody waits for and whose time is over is gone', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting('order'))
  await test.engine.publish(payment('A', { timeToLive: 60_000 }), by)
  test.now += 60_001
  await test.engine.runDue()
  const { key } = await test.start('order', { order: 'A' })
  expect(await test.statusOf(key)).toBe('active')
  expect(await test.engine.store.count('messages', [])).toBe(0)
})

test('a message with the id of one that is still kept is refused', async () => {
  const test = await TestEngine.open()
  const twice = payment('A', { timeToLive: 60_000, messageId: 'bank-1' })
  await test.engine.publish(twice, by)
  expect(await test.engine.publish(twice, by)).toMatchObject({
    ok: false,
    error: { code: 'message_already_published' },
  })
})

test('[SE2] a message start event of the latest version starts an instance; the version before no longer does', async () => {
  const test = await TestEngine.open()
  const begin = (task: string) =>
    diagram('intake').start('begin', { message: 'request' }).userTask(task).end()
  await test.deploy(begin('old'))
  await test.deploy(begin('new'))
  const done = await test.engine.publish({ ...payment(''), name: 'request', variables: { from: 'web' } }, by)
  expect(done.ok && done.value.instances).toHaveLength(1)
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['new'])
})

test('[TH1] a message that one process throws is received by another in the same transaction', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting('order'))
  await test.deploy(diagram('bank').start().throw('pay', { message: 'payment', key: '="A"' }).end())
  const { key } = await test.start('order', { order: 'A' })
  await test.start('bank')
  expect(await test.statusOf(key)).toBe('completed')
})
