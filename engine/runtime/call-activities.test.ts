import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const child = diagram('child').start().userTask('vote').end()

async function open(parent: { toXml(): string }, called: { toXml(): string } = child): Promise<TestEngine> {
  const test = await TestEngine.open()
  await test.deploy(called)
  await test.deploy(parent)
  return test
}

test('[CA1] a call activity starts the process and goes on with its variables when that has ended', async () => {
  const test = await open(
    diagram('parent')
      .start()
      .callActivity('call', 'child', { propagateAllChildVariables: true })
      .userTask('after')
      .end(),
  )
  const { key } = await test.start('parent', { amount: 5 })
  const vote = await test.task('vote')
  expect(vote.instance).not.toBe(key)
  expect(await test.variablesOf(vote.instance)).toEqual({ amount: 5 })
  await test.complete('vote', { approved: true })
  expect((await test.task('after')).instance).toBe(key)
  expect(await test.variablesOf(key)).toEqual({ amount: 5, approved: true })
})

test.each([
  ['all that the called process ends with propagates', {}, { approved: true, reason: 'cheap' }],
  ['none of it if the call says so', { propagateAllChildVariables: false }, {}],
  ['only what output mappings make of it', { outputs: { yes: '=approved' } }, { yes: true }],
  [
    'these have their choice though the call says none of it',
    { outputs: { yes: '=approved' }, propagateAllChildVariables: false },
    { yes: true },
  ],
])('[CA2] %s', async (_what, options, expected) => {
  const test = await open(
    diagram('parent').start().callActivity('call', 'child', options).userTask('after').end(),
  )
  const { key } = await test.start('parent')
  await test.complete('vote', { approved: true, reason: 'cheap' })
  expect(await test.variablesOf(key)).toEqual(expected)
})

test('[CA3] a process that begins with a message only can not be called: an incident says so', async () => {
  const test = await open(
    diagram('parent').start().callActivity('call', 'child').end(),
    diagram('child').start('s', { message: 'm' }).end(),
  )
  await test.start('parent')
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ elementId: 'call', type: 'CALLED_ELEMENT_ERROR' })
})

test('[CA4] a process that calls itself without end becomes an incident, not a crash', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('self').start().callActivity('again', 'self').end())
  await test.start('self')
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident!.message).toContain('at most')
}, 60_000)

test('[ER4] an error that nobody in the called process catches is caught around the call activity', async () => {
  const failing = diagram('child').start().userTask('vote').end('failed', { error: 'E1' })
  const test = await open(
    diagram('parent')
      .start()
      .callActivity('call', 'child')
      .end()
      .boundary('caught', 'call', { error: 'E1' })
      .userTask('repair')
      .end('repaired'),
    failing,
  )
  await test.start('parent')
  const { instance } = await test.task('vote')
  await test.complete('vote')
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['repair'])
  expect(await test.statusOf(instance)).toBe('canceled')
})

test('canceling the caller cancels what it called, in the same transaction', async () => {
  const test = await open(diagram('parent').start().callActivity('call', 'child').end())
  const { key } = await test.start('parent')
  const { instance } = await test.task('vote')
  await test.engine.execute(key, { type: 'cancelInstance' }, { by: 'mina' })
  expect(await test.statusOf(instance)).toBe('canceled')
  expect(await test.tasks()).toEqual([])
})

test('called instances of a parallel multi-instance each return their own result', async () => {
  const test = await open(
    diagram('parent')
      .start()
      .callActivity('call', 'child', {
        inputs: { voter: '=one' },
        outputs: {},
        propagateAllChildVariables: false,
        multiInstance: {
          inputCollection: '=["mina","omid"]',
          inputElement: 'one',
          outputCollection: 'votes',
          outputElement: '=one',
        },
      })
      .end(),
  )
  const { key } = await test.start('parent')
  await test.complete('vote')
  await test.complete('vote')
  expect(await test.statusOf(key)).toBe('completed')
  expect(await test.variablesOf(key)).toEqual({ votes: ['mina', 'omid'] })
})
