import { z } from 'zod'
import { defineHandlers, outside, Refuse, transactional } from '../ports/handlers.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const anything = z.looseObject({})
const HOUR = 3_600_000

const pausing = diagram('pausing').start().catch('pause', { duration: 'PT1H' }).userTask('after').end()

/** A timer as a defect might leave it behind: its definition does not exist. */
const broken = (key: number, dueAt: number) =>
  ({
    key,
    instance: 0,
    elementInstance: 0,
    elementId: 'gone',
    dueAt,
    definition: 4711,
    repetitions: 0,
    part: 0,
  }) as const

test('[TI4] timers that can not be fired neither keep others waiting nor are tried without a pause', async () => {
  const test = await TestEngine.open()
  await test.deploy(pausing)
  await test.start('pausing')
  await test.engine.store.transact([], async (tx) => {
    for (let key = 1; key <= 150; key++) tx.insert('timers', broken(900_000 + key, test.now))
  })
  test.now += HOUR
  const next = await test.engine.runDue()
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['after'])
  expect(test.faults).toHaveLength(150)
  expect(next).toBe(test.now + 1_000)
  test.now += 1_000
  expect(await test.engine.runDue()).toBe(test.now + 2_000)
})

test('[TI4] a timer row whose instance has ended is left alone, and nothing is reported', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().end())
  const { key } = await test.start('p')
  await test.engine.store.transact([], async (tx) =>
    tx.insert('timers', { ...broken(900_001, test.now), instance: key, definition: 0 }),
  )
  expect(await test.engine.runDue()).toBe(test.now + 1_000)
  expect(test.faults).toEqual([])
})

test('[TI2] start timers of months count from their first turn', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('p').start('monthly', { cycle: 'R/2026-01-31T09:00:00Z/P1M' }).userTask('look').end(),
  )
  const turns: string[] = []
  for (let turn = 0; turn < 3; turn++) {
    test.now = await test.engine.runDue()
    turns.push(new Date(test.now).toISOString().slice(0, 10))
  }
  expect(turns).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
})

test('[JB5] what a handler refuses to a timer becomes an incident; the timer has fired', async () => {
  const handlers = defineHandlers({
    reserve: transactional({
      input: anything,
      output: anything,
      run: async () => {
        throw new Refuse('out_of_stock', 'only 2 are left')
      },
    }),
  })
  const test = await TestEngine.open({ handlers })
  await test.deploy(
    diagram('p').start().catch('pause', { duration: 'PT1H' }).serviceTask('reserve', 'reserve').end(),
  )
  await test.start('p')
  await test.workUntilQuiet()
  const [incident, ...more] = await test.engine.store.find('incidents', { where: [] })
  expect(more).toEqual([])
  expect(incident).toMatchObject({ elementId: 'reserve', type: 'JOB_NO_RETRIES', message: 'only 2 are left' })
  expect(await test.engine.store.count('timers', [])).toBe(0)
})

test('[JB5] what a later handler refuses does not make an outside handler do its work again', async () => {
  let sent = 0
  const handlers = defineHandlers({
    send: outside({ input: anything, output: anything, retries: 3, run: async () => ({ sent: ++sent }) }),
    reserve: transactional({
      input: anything,
      output: anything,
      run: async () => {
        throw new Refuse('out_of_stock', 'only 2 are left')
      },
    }),
  })
  const test = await TestEngine.open({ handlers })
  await test.deploy(diagram('p').start().serviceTask('send', 'send').serviceTask('reserve', 'reserve').end())
  await test.start('p')
  await test.workUntilQuiet()
  expect(sent).toBe(1)
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ elementId: 'reserve' })
})

test('[JB2] a handler that throws something that is no error fails its job like any other', async () => {
  const handlers = defineHandlers({
    odd: outside({
      input: anything,
      output: anything,
      retries: 1,
      run: async () => {
        throw 'just text'
      },
    }),
  })
  const test = await TestEngine.open({ handlers })
  await test.deploy(diagram('p').start().serviceTask('odd', 'odd').end())
  await test.start('p')
  await test.workUntilQuiet()
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ elementId: 'odd', message: 'just text' })
  expect(test.faults).toEqual([])
})

test('[JB4] a handler whose lease is over neither completes nor fails the job of the one who has it now', async () => {
  const test: TestEngine = await TestEngine.open({
    handlers: defineHandlers({
      slow: outside({
        input: anything,
        output: anything,
        retries: 3,
        run: async () => {
          test.now += 300_000
          const request = { type: 'slow', worker: 'other', maxJobs: 1, timeout: 60_000 }
          expect(await test.engine.activateJobs(request)).toHaveLength(1)
          throw new Error('too late')
        },
      }),
    }),
  })
  await test.deploy(diagram('p').start().serviceTask('slow', 'slow').end())
  await test.start('p')
  await test.engine.runDue()
  const [job] = await test.engine.store.find('jobs', { where: [] })
  expect(job).toMatchObject({ worker: 'other', lease: 2, retries: 3, message: '' })
})

test('a slow handler does not keep the jobs of another waiting, and stop waits for it', async () => {
  let finish = () => {}
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  })
  let quickIsDone = () => {}
  const quick = new Promise<void>((resolve) => {
    quickIsDone = resolve
  })
  const handlers = defineHandlers({
    slow: outside({ input: anything, output: anything, retries: 1, run: async () => ({ done: await slow }) }),
    quick: outside({
      input: anything,
      output: anything,
      retries: 1,
      run: async () => ({ done: quickIsDone() === undefined }),
    }),
  })
  const test = await TestEngine.open({ handlers: { ...handlers } })
  await test.deploy(
    diagram('lazy').start().serviceTask('slow', 'slow').end(),
    diagram('brisk').start().serviceTask('quick', 'quick').end(),
  )
  for (let count = 0; count < 40; count++) await test.start('lazy')
  test.engine.start()
  await test.start('brisk')
  await quick
  finish()
  await test.engine.stop()
  expect(test.faults).toEqual([])
  const ended = await test.engine.store.count('instances', [
    { column: 'status', is: '=', value: 'completed' },
  ])
  expect(ended).toBeGreaterThan(12)
})

test('[ME4] a kept message finds its subscription however many are kept before it', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('order').start().catch('paid', { message: 'payment', key: '=order' }).end())
  const { key } = await test.start('order', { order: 'A' })
  const message = { name: 'payment', messageId: '', expiresAt: test.now + HOUR, variables: '{}' }
  await test.engine.store.transact([], async (tx) => {
    for (let at = 1; at <= 250; at++)
      tx.insert('messages', { ...message, key: 900_000 + at, correlationKey: `${at}` })
    tx.insert('messages', { ...message, key: 990_000, correlationKey: 'A' })
  })
  await test.engine.runDue()
  expect(await test.statusOf(key)).toBe('completed')
  expect(await test.engine.store.count('messages', [])).toBe(250)
})

test('a long poll ends when its caller has gone, and when the engine stops', async () => {
  const test = await TestEngine.open()
  expect(await test.engine.waitForJobs('print', 60_000, AbortSignal.abort())).toBe(false)
  const caller = new AbortController()
  const left = test.engine.waitForJobs('print', 60_000, caller.signal)
  caller.abort()
  expect(await left).toBe(false)
  const waiting = test.engine.waitForJobs('print', 60_000)
  await test.engine.stop()
  expect(await waiting).toBe(false)
})
