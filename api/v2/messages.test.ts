import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const invoice = diagram('invoice').start().catch('paid', { message: 'payment', key: '=number' }).end().toXml()
const delivery = diagram('delivery')
  .start('ordered', { message: 'order' })
  .catch('delivered', { message: 'delivery' })
  .end()
  .correlationKey('orderKey', { order: { order: 'number', delivery: '=order.number' } })
  .toXml()
const complaint = diagram('complaint').start('heard', { message: 'complaint' }).task('answer').end().toXml()

describe.each(testDatabases)('messages on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, {
      'invoice.bpmn': invoice,
      'complaint.bpmn': complaint,
      'delivery.bpmn': delivery,
    })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })
  const start = async (number: string) => {
    const body = { processDefinitionId: id<never>('invoice'), variables: { number } }
    return (await company.client('dana').createProcessInstance(body)).processInstanceKey
  }
  const stateOf = async (processInstanceKey: Awaited<ReturnType<typeof start>>) =>
    (await company.client('dana').getProcessInstance({ processInstanceKey }, AT_ONCE)).state

  it('delivers a message at once and says to whom', async () => {
    const waiting = await start('i-1')
    const body = { name: 'payment', correlationKey: 'i-1', variables: { amount: 5 } }
    expect(await company.client('dana').correlateMessage(body)).toMatchObject({ processInstanceKey: waiting })
    expect(await stateOf(waiting)).toBe('COMPLETED')
  })

  it('answers 404 when nobody waits', async () => {
    const answer = await company.call('dana', 'POST', '/messages/correlation', {
      name: 'payment',
      correlationKey: 'x',
    })
    expect(answer).toMatchObject({ status: 404, body: { code: 'message_not_awaited' } })
  })

  it('keeps a message for whoever comes within its time to live', async () => {
    const dana = company.client('dana')
    await dana.publishMessage({ name: 'payment', correlationKey: 'i-2', timeToLive: 60_000 })
    expect(await stateOf(await start('i-2'))).toBe('COMPLETED')
    await dana.publishMessage({ name: 'payment', correlationKey: 'i-3', timeToLive: 60_000 })
    company.clock.at += 60_001
    expect(await stateOf(await start('i-3'))).toBe('ACTIVE')
  })

  it('takes numbers of 64 bits as text, as the strict client sends them', async () => {
    const body = { name: 'payment', correlationKey: 'i-4', timeToLive: '60000' }
    expect(await company.call('dana', 'POST', '/messages/publication', body)).toMatchObject({ status: 200 })
    expect(await stateOf(await start('i-4'))).toBe('COMPLETED')
  })

  it('refuses the same message twice while it is kept', async () => {
    const body = { name: 'payment', correlationKey: 'i-5', timeToLive: 60_000, messageId: 'once' }
    expect(await company.call('dana', 'POST', '/messages/publication', body)).toMatchObject({ status: 200 })
    expect(await company.call('dana', 'POST', '/messages/publication', body)).toMatchObject({
      status: 409,
      body: { code: 'message_already_published' },
    })
  })

  it('finds the instance of a conversation by what a message without a key carries', async () => {
    const dana = company.client('dana')
    const order = async (number: number) =>
      (await dana.correlateMessage({ name: 'order', variables: { number } })).processInstanceKey!
    const [first, second] = [await order(1), await order(2)]
    await dana.publishMessage({ name: 'delivery', variables: { order: { number: 2 } } })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['ACTIVE', 'COMPLETED'])
    await dana.publishMessage({ name: 'delivery', variables: { order: { number: 3 } }, timeToLive: 60_000 })
    expect(await stateOf(await order(3))).toBe('COMPLETED')
    const nobody = { name: 'delivery', variables: { order: { number: 4 } } }
    expect(await company.call('dana', 'POST', '/messages/correlation', nobody)).toMatchObject({
      status: 404,
      body: { code: 'message_not_awaited' },
    })
  })

  it('starts the process that begins with it', async () => {
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.correlateMessage({
      name: 'complaint',
      variables: { about: 'ink' },
    })
    expect(await stateOf(processInstanceKey!)).toBe('COMPLETED')
  })
})
