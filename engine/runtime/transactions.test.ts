import { z } from 'zod'
import { noVariables } from '../json.ts'
import { defineHandlers, Refuse, transactional } from '../ports/handlers.ts'
import type { StoreTransaction } from '../ports/store.ts'
import { ok } from '../result.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const anything = z.looseObject({})

const withHandler = (run: () => Promise<object>) =>
  defineHandlers({ reserve: transactional({ input: anything, output: anything, run }) })

const keep = (key: number) => async (tx: StoreTransaction) => {
  tx.insert('outbox', { key, at: 0, kind: 'kept', payload: '{}' })
  return ok(noVariables())
}

test('when a handler fails the command runs again, and what ran before it takes effect once', async () => {
  let calls = 0
  const test = await TestEngine.open({
    handlers: withHandler(async () => {
      calls++
      throw new Error('the database hiccuped')
    }),
  })
  await test.deploy(diagram('p').start().serviceTask('reserve', 'reserve').end())
  let before = 0
  const options = {
    by: 'sara',
    before: (tx: StoreTransaction) => {
      before++
      return keep(1)(tx)
    },
    after: async (tx: StoreTransaction) => void (await keep(2)(tx)),
  }
  expect(await test.engine.create({ process: { id: 'p' }, variables: noVariables() }, options)).toMatchObject(
    { ok: true },
  )
  expect([calls, before]).toEqual([1, 2])
  expect(await test.engine.store.count('outbox', [])).toBe(2)
  expect(await test.engine.store.count('jobs', [])).toBe(1)
})

test('a refusal inside a called process undoes the command of the person at the caller', async () => {
  const test = await TestEngine.open({
    handlers: withHandler(async () => {
      throw new Refuse('out_of_stock', 'only 2 are left')
    }),
  })
  await test.deploy(
    diagram('child').start().serviceTask('reserve', 'reserve').end(),
    diagram('parent').start().userTask('define').callActivity('call', 'child').end(),
  )
  await test.start('parent')
  expect(await test.complete('define')).toMatchObject({
    code: 'handler_rejected',
    reason: 'out_of_stock',
    element: 'reserve',
  })
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['define'])
  expect(await test.engine.store.count('instances', [])).toBe(1)
})

test('a listener that throws does not make a command fail that was committed, nor keep others from hearing of it', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().userTask('a').end())
  let heard = 0
  test.engine.onCommit(() => {
    throw new Error('a socket is gone')
  })
  test.engine.onCommit(() => {
    heard++
  })
  await test.start('p')
  expect([heard, await test.engine.store.count('instances', [])]).toEqual([1, 1])
  expect(test.faults).toMatchObject([{ doing: 'tell a listener of a commit' }])
})

test('[CA1] [TE1] a call that is interrupted in the step that made it starts nothing', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('child').start().userTask('vote').end(),
    diagram('parent')
      .start()
      .parallel('fork')
      .callActivity('call', 'child')
      .end()
      .from('fork')
      .manualTask('m')
      .end('stop', { terminate: true }),
  )
  const { key } = await test.start('parent')
  expect(await test.statusOf(key)).toBe('completed')
  expect(await test.engine.store.count('instances', [])).toBe(1)
})

test('[CA5] a called instance can not be canceled by itself, its caller would wait for ever', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('child').start().userTask('vote').end(),
    diagram('parent').start().callActivity('call', 'child').end(),
  )
  const { key } = await test.start('parent')
  const { instance } = await test.task('vote')
  const refused = await test.engine.execute(instance, { type: 'cancelInstance' }, { by: 'mina' })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'instance_has_caller', message: expect.stringContaining(`${key}`) },
  })
  expect(await test.statusOf(instance)).toBe('active')
})

test('[ER4] [TE1] of a called instance that ended with an error no timer, message or incident is left', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('child')
      .start()
      .userTask('vote')
      .end('failed', { error: 'E' })
      .eventSubProcess('late', (event) => event.start('due', { duration: 'PT1H' }).end('e2'))
      .eventSubProcess('stop', (event) => event.start('asked', { message: 'stop', key: '="k"' }).end('e3')),
    diagram('parent')
      .start()
      .callActivity('call', 'child')
      .end()
      .boundary('caught', 'call', { error: 'E' })
      .userTask('repair')
      .end('e4'),
  )
  await test.start('parent')
  await test.complete('vote')
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['repair'])
  expect([
    await test.engine.store.count('timers', []),
    await test.engine.store.count('subscriptions', []),
  ]).toEqual([0, 0])
})

test('[VA3] the output mappings of a message start event choose from the message', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('intake')
      .start('asked', { message: 'request', outputs: { order: '=id' } })
      .userTask('look')
      .end(),
  )
  const message = {
    name: 'request',
    correlationKey: 'any',
    messageId: '',
    timeToLive: 0,
    variables: { id: 'A', noise: 1 },
  }
  const done = await test.engine.publish(message, { by: 'web' })
  expect(await test.variablesOf(done.ok ? done.value.instances[0]! : 0)).toEqual({ order: 'A' })
})
