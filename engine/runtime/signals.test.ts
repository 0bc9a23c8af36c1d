import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const listener = diagram('listener').start().catch('wait', { signal: 'news' }).userTask('read').end()
const beginner = diagram('beginner').start('s', { signal: 'news' }).userTask('begun').end()

async function elements(engine: TestEngine): Promise<string[]> {
  return (await engine.tasks()).map(({ elementId }) => elementId).sort()
}

test('[SG1] a signal reaches every instance that waits for it and starts every process that begins with it', async () => {
  const engine = await TestEngine.open()
  await engine.deploy(listener, beginner)
  await engine.start('listener')
  await engine.start('listener')
  const done = await engine.engine.broadcastSignal(
    { name: 'news', variables: { what: 'rain' } },
    { by: 'sara' },
  )
  expect(done.ok && done.value.instances).toHaveLength(3)
  expect(await elements(engine)).toEqual(['begun', 'read', 'read'])
  expect(await engine.engine.store.count('subscriptions', [])).toBe(1)
})

test('[SG1] [EC2] one that a process throws reaches the others in the same transaction', async () => {
  const engine = await TestEngine.open()
  await engine.deploy(listener, beginner, diagram('thrower').start().throw('tell', { signal: 'news' }).end())
  await engine.start('listener')
  await engine.start('thrower')
  expect(await elements(engine)).toEqual(['begun', 'read'])
})

test('[SG2] it overwrites nothing of those who catch it but what input mappings have it carry', async () => {
  const engine = await TestEngine.open()
  await engine.deploy(
    listener,
    diagram('silent').start().throw('tell', { signal: 'news' }).end(),
    diagram('telling')
      .start()
      .throw('tell', { signal: 'news', inputs: { what: '="rain"' } })
      .end(),
  )
  const mine = { title: 'mine', what: 'sun' }
  const first = await engine.start('listener', mine)
  await engine.start('silent', { title: 'of the thrower' })
  const second = await engine.start('listener', mine)
  await engine.start('telling', { title: 'of the thrower' })
  expect(await engine.variablesOf(first.key)).toEqual(mine)
  expect(await engine.variablesOf(second.key)).toEqual({ title: 'mine', what: 'rain' })
})

test('[EC2] an escalation of a called process is caught at the call, and the called process goes on', async () => {
  const engine = await TestEngine.open()
  const caller = diagram('caller')
    .start()
    .callActivity('call', 'called')
    .end()
    .boundary('up', 'call', { escalation: 'E', interrupting: false })
    .userTask('helped')
    .end('e')
  await engine.deploy(
    caller,
    diagram('called').start().throw('x', { escalation: 'E' }).userTask('more').end(),
  )
  await engine.start('caller')
  expect(await elements(engine)).toEqual(['helped', 'more'])
})

test('[EC2] one that interrupts the call, two calls up, ends what it was thrown in before it goes on', async () => {
  const engine = await TestEngine.open()
  const caller = diagram('caller')
    .start()
    .callActivity('call', 'between')
    .end()
    .boundary('up', 'call', { escalation: 'E' })
    .userTask('helped')
    .end('e')
  const between = diagram('between')
    .start()
    .callActivity('inner', 'called')
    .end()
    .boundary('other', 'inner', { escalation: 'F', interrupting: false })
    .userTask('noted')
    .end('e')
  const called = diagram('called').start().throw('f', { escalation: 'F' }).throw('x', { escalation: 'E' })
  await engine.deploy(caller, between, called.userTask('more').end())
  await engine.start('caller')
  expect(await elements(engine)).toEqual(['helped'])
  const ended = await engine.engine.store.find('instances', {
    where: [{ column: 'status', is: '=', value: 'canceled' }],
  })
  expect(ended).toHaveLength(2)
})

test('[MU2] [ME5] a start event that needs two messages begins one instance, which takes the second', async () => {
  const engine = await TestEngine.open()
  const several = [{ message: 'a' }, { message: 'b' }]
  await engine.deploy(diagram('both').start('s', { several, parallel: true }).userTask('after').end())
  const publish = (name: string) =>
    engine.engine.publish(
      { name, correlationKey: '', messageId: '', timeToLive: 0, variables: {} },
      { by: 'sara' },
    )
  await publish('b')
  expect(await elements(engine)).toEqual([])
  await publish('a')
  expect(await elements(engine)).toEqual(['after'])
  expect(await engine.engine.store.count('instances', [])).toBe(1)
})

test('[CE3] a conditional start event is looked at when somebody asks', async () => {
  const engine = await TestEngine.open()
  await engine.deploy(diagram('big').start('s', { condition: '=amount > 100' }).userTask('check').end())
  const look = (amount: number) => engine.engine.evaluateConditions({ variables: { amount } }, { by: 'sara' })
  const small = await look(5)
  const large = await look(500)
  expect([small.ok && small.value.instances, large.ok && large.value.instances]).toEqual([
    [],
    [expect.any(Number)],
  ])
  expect(await elements(engine)).toEqual(['check'])
})

test('a message published by one branch reaches another that began to wait in the same transaction', async () => {
  const engine = await TestEngine.open()
  const drawing = diagram('p')
    .start()
    .parallel('fork')
    .catch('wait', { message: 'm', key: '="k"' })
    .userTask('got')
    .end()
    .from('fork')
    .throw('send', { message: 'm', key: '="k"' })
    .end('e')
  await engine.deploy(drawing)
  await engine.start('p')
  expect(await elements(engine)).toEqual(['got'])
})
