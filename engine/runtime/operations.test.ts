import type { Key } from '../key.ts'
import type { Command } from '../state/command.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const called = diagram('called').start().userTask('inside').end()
const waiting = (task = 'approve') =>
  diagram('waiting')
    .start()
    .parallel('fork')
    .userTask(task, { name: task })
    .end()
    .from('fork')
    .serviceTask('pay', 'pay')
    .end('paid')
    .from('fork')
    .catch('answer', { message: 'answer', key: '="7"' })
    .end('answered')
    .from('fork')
    .catch('hour', { duration: 'PT1H' })
    .end('over')
    .from('fork')
    .callActivity('call', 'called')
    .end('returned')

async function started() {
  const test = await TestEngine.open()
  await test.deploy(waiting(), called)
  const { key } = await test.start('waiting')
  const give = async (command: Command, instance: Key = key) => {
    const done = await test.engine.execute(instance, command, { by: 'dana' })
    return done.ok ? null : done.error.code
  }
  const { store } = test.engine
  const of = [{ column: 'instance', is: '=', value: key }] as const
  const rows = async () => ({
    tasks: (await store.find('tasks', { where: [] })).map(({ suspended }) => suspended),
    jobs: (await store.find('jobs', { where: of })).map(({ state }) => state),
    timers: await store.count('timers', of),
    subscriptions: await store.count('subscriptions', of),
    instances: (await store.find('instances', { where: [] })).map(({ suspended }) => suspended),
  })
  return { test, key, give, rows, store, of }
}

const OPEN = { tasks: [0, 0], jobs: ['open'], timers: 1, subscriptions: 1, instances: [0, 0] }

test('[SU1] [SU4] what is suspended, with what it called, offers nothing; resumed, all of it again', async () => {
  const { give, rows, test, key } = await started()
  expect(await rows()).toEqual(OPEN)
  expect(await give({ type: 'suspendInstance' })).toBeNull()
  expect(await rows()).toEqual({
    tasks: [1, 1],
    jobs: ['suspended'],
    timers: 0,
    subscriptions: 0,
    instances: [1, 1],
  })
  const inside = await test.task('inside')
  const complete = { type: 'completeTask', key: inside.key, variables: {}, outcome: null } as const
  expect(await give(complete, inside.instance)).toBe('instance_suspended')
  expect(await give({ type: 'suspendInstance' }, inside.instance)).toBe('instance_suspended')
  expect(await give({ type: 'resumeInstance' }, inside.instance)).toBe('instance_has_caller')
  expect(await give({ type: 'resumeInstance' })).toBeNull()
  expect(await rows()).toEqual(OPEN)
  expect(await give({ type: 'suspendInstance' })).toBeNull()
  expect(await give({ type: 'cancelInstance' })).toBeNull()
  expect([await test.statusOf(inside.instance), await test.statusOf(key)]).toEqual(['canceled', 'canceled'])
})

test('[SU3] a timer that became due and a message that came meanwhile are there after resuming', async () => {
  const { give, store, test, of } = await started()
  await give({ type: 'suspendInstance' })
  test.now += 2 * 3_600_000
  await test.engine.runDue()
  const message = { name: 'answer', correlationKey: '7', messageId: '', timeToLive: 60_000, variables: {} }
  const published = await test.engine.publish(message, { by: 'dana' })
  expect(published).toMatchObject({ ok: true, value: { instances: [] } })
  await give({ type: 'resumeInstance' })
  await test.engine.runDue()
  expect([await store.count('timers', of), await store.count('subscriptions', of)]).toEqual([0, 0])
  expect(await store.count('messages', [])).toBe(0)
})

test('[SU2] a job that was leased before is not completed, and is offered again when its lease is over', async () => {
  const { give, test } = await started()
  const lease = () => test.engine.activateJobs({ type: 'pay', worker: 'w', maxJobs: 1, timeout: 60_000 })
  const [job] = await lease()
  const { elementInstance: key, key: jobKey } = job!.row
  await give({ type: 'suspendInstance' })
  expect(await give({ type: 'completeJob', key, job: jobKey, variables: {} })).toBe('instance_suspended')
  test.now += 30_000
  await give({ type: 'resumeInstance' })
  expect(await lease()).toEqual([])
  test.now += 30_000
  expect((await lease()).map(({ row }) => row.key)).toEqual([jobKey])
})

test('[MG1] rows of what is open are those of the other version after a migration', async () => {
  const { give, store, test, key, of } = await started()
  await test.deploy(waiting('decide'))
  const { key: definition } = (await test.engine.definitions.byId('waiting'))!
  const migrate = (mapping: Record<string, string>): Command => ({
    type: 'migrateInstance',
    definition,
    mapping: new Map(Object.entries(mapping)),
  })
  expect(await give(migrate({}))).toBe('migration_needs_mapping')
  expect(await give(migrate({ approve: 'decide' }))).toBeNull()
  const places = await Promise.all([
    store.find('tasks', { where: of }),
    store.find('jobs', { where: of }),
    store.find('subscriptions', { where: of }),
  ])
  expect(places.flat().map(({ definition, elementId }) => [definition, elementId])).toEqual([
    [definition, 'decide'],
    [definition, 'pay'],
    [definition, 'answer'],
  ])
  expect((await store.get('instances', key))!.definition).toBe(definition)
  expect(await test.task('decide')).toMatchObject({ name: 'decide', revision: 2 })
  expect(await test.complete('decide')).toBeNull()
  expect(await give(migrate({ approve: 'decide' }))).toBe('element_not_found')
  expect(await give({ ...migrate({}), definition: 999 } as Command)).toBe('process_not_found')
})

test('[RE1] an ended instance is deleted with all that it called and is kept of them; nothing else is', async () => {
  const { give, store, test, key } = await started()
  const { key: other } = await test.start('waiting')
  const inside = (await test.task('inside')).instance
  const remove = async (instance: Key) => {
    const done = await test.engine.deleteInstance(instance, { by: 'omid' })
    return done.ok ? done.value : done.error.code
  }
  expect([await remove(key), await remove(999)]).toEqual(['instance_still_active', 'instance_not_found'])
  await give({ type: 'cancelInstance' })
  expect(await remove(inside)).toBe('instance_has_caller')
  expect(await remove(key)).toBe(2)
  const left = await Promise.all(
    (['tasks', 'jobs', 'timers', 'subscriptions', 'incidents', 'history'] as const).map(async (table) =>
      (await store.find(table, { where: [] })).map(({ instance }) => instance),
    ),
  )
  expect(left.flat().filter((one) => one === key || one === inside)).toEqual([])
  expect((await store.find('instances', { where: [] })).map((row) => row.parent || row.key)).toEqual([
    other,
    other,
  ])
})
