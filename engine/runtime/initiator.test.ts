import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const begun = (id: string, start: Parameters<ReturnType<typeof diagram>['start']>[1]) =>
  diagram(id)
    .start('s', { ...start, properties: { 'kartabl:initiator': 'starter' } })
    .userTask('rest', { assignee: '=starter' })
    .end()

test('[SE3] the start event tells who started the instance, whatever was given by that name', async () => {
  const test = await TestEngine.open()
  await test.deploy(begun('p', {}))
  const { key } = await test.start('p', { starter: 'somebody else', n: 1 })
  expect(await test.variablesOf(key)).toEqual({ starter: 'sara', n: 1 })
  expect((await test.task('rest')).assignee).toBe('sara')
})

test('[SE3] who publishes the message has started the instance, a timer is nobody', async () => {
  const test = await TestEngine.open()
  await test.deploy(begun('told', { message: 'm' }), begun('timed', { date: '2026-01-05T09:00:00Z' }))
  const message = { name: 'm', correlationKey: '', messageId: '', timeToLive: 0, variables: {} }
  await test.engine.publish(message, { by: 'ada' })
  await test.workUntilQuiet()
  expect((await test.tasks()).map(({ assignee }) => assignee)).toEqual(['ada', null])
})

test('[SE3] an instance that begins elsewhere has no such variable', async () => {
  const test = await TestEngine.open()
  await test.deploy(begun('p', {}))
  const done = await test.engine.create(
    { process: { id: 'p' }, variables: {}, startAt: ['rest'] },
    { by: 'sara' },
  )
  expect(done.ok && done.value.variables).toEqual({})
})
