import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const alarm = diagram('alarm').start('heard', { signal: 'fire' }).userTask('leave').end()
const watch = diagram('watch').start().catch('smoke', { signal: 'fire' }).userTask('extinguish').end()
const support = diagram('support')
  .start()
  .adHoc('desk', (d) =>
    d
      .userTask('call', { candidateGroups: 'sales' })
      .beside()
      .userTask('refund', { candidateUsers: 'mina' })
      .beside()
      .catch('answer', { message: 'answered', key: '=number' }),
  )
  .inclusive('which')
  .eventBased('either')
  .catch('late', { duration: 'PT1H' })
  .end()

describe.each(testDatabases)('signals and chosen activities on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, {
      'alarm.bpmn': alarm.toXml(),
      'watch.bpmn': watch.toXml(),
      'support.bpmn': support.toXml(),
    })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  const start = async (processId: string, variables = {}) => {
    const body = { processDefinitionId: id<never>(processId), variables }
    return (await company.client('dana').createProcessInstance(body)).processInstanceKey
  }
  const elements = async (processInstanceKey: Awaited<ReturnType<typeof start>>) => {
    const found = await company
      .client('dana')
      .searchElementInstances({ filter: { processInstanceKey }, page: { limit: 100 } }, AT_ONCE)
    return found.items!
  }
  const active = async (processInstanceKey: Awaited<ReturnType<typeof start>>) =>
    (await elements(processInstanceKey))
      .filter(({ state, type }) => state === 'ACTIVE' && type !== 'PROCESS')
      .map(({ elementId, type }) => `${elementId} ${type}`)
      .toSorted()
  const begin = async (
    person: string,
    processInstanceKey: Awaited<ReturnType<typeof start>>,
    body: Parameters<
      ReturnType<ServedCompany['client']>['activateAdHocSubProcessActivities']
    >[0] extends infer I
      ? Omit<I & object, 'adHocSubProcessInstanceKey'>
      : never,
  ) => {
    const desk = (await elements(processInstanceKey)).find(({ elementId }) => elementId === 'desk')!
    return company.call(
      person,
      'POST',
      `/element-instances/ad-hoc-activities/${desk.elementInstanceKey}/activation`,
      body,
    )
  }

  it('tells a signal to all who wait and starts what begins with it', async () => {
    const waiting = [await start('watch'), await start('watch')]
    const { signalKey, tenantId } = await company
      .client('dana')
      .broadcastSignal({ signalName: 'fire', variables: { floor: 3 } })
    expect([Number(signalKey) > 0, tenantId]).toEqual([true, '<default>'])
    for (const key of waiting) expect(await active(key)).toEqual(['extinguish USER_TASK'])
    const filter = { processDefinitionId: id<never>('alarm') }
    const { items } = await company.client('dana').searchProcessInstances({ filter }, AT_ONCE)
    expect(items).toHaveLength(1)
  })

  it('lets only those broadcast who may publish messages', async () => {
    const body = { signalName: 'fire' }
    expect(await company.call('sara', 'POST', '/signals/broadcast', body)).toMatchObject({ status: 403 })
    expect(await company.call('dana', 'POST', '/signals/broadcast', {})).toMatchObject({ status: 400 })
  })

  it('begins activities through the public client, with variables of their own', async () => {
    const key = await start('support', { number: 's-1' })
    expect(await active(key)).toEqual(['desk AD_HOC_SUB_PROCESS'])
    const desk = (await elements(key)).find(({ elementId }) => elementId === 'desk')!
    await company.client('dana').activateAdHocSubProcessActivities({
      adHocSubProcessInstanceKey: desk.elementInstanceKey,
      elements: [
        { elementId: id<never>('call'), variables: { phone: 7 } },
        { elementId: id<never>('answer') },
      ],
    })
    expect(await active(key)).toEqual([
      'answer INTERMEDIATE_CATCH_EVENT',
      'call USER_TASK',
      'desk AD_HOC_SUB_PROCESS',
    ])
    const call = (await elements(key)).find(({ elementId }) => elementId === 'call')!
    const variables = await company
      .client('dana')
      .searchVariables({ filter: { processInstanceKey: key } }, AT_ONCE)
    expect(variables.items!.find(({ name }) => name === 'phone')).toMatchObject({
      scopeKey: call.elementInstanceKey,
      value: '7',
    })
  })

  it('ends what is active first when that is asked for', async () => {
    const key = await start('support', { number: 's-2' })
    await begin('dana', key, { elements: [{ elementId: id<never>('call') }] })
    const body = { elements: [{ elementId: id<never>('refund') }], cancelRemainingInstances: true }
    expect(await begin('dana', key, body)).toMatchObject({ status: 204 })
    expect(await active(key)).toEqual(['desk AD_HOC_SUB_PROCESS', 'refund USER_TASK'])
  })

  it('lets others begin what names them, and no more than that', async () => {
    const key = await start('support', { number: 's-3' })
    const call = { elements: [{ elementId: id<never>('call') }] }
    expect(await begin('sara', key, call)).toMatchObject({ status: 204 })
    const others: [string, object, number][] = [
      ['sara', { elements: [{ elementId: 'refund' }] }, 403],
      ['sara', { elements: [{ elementId: 'call', variables: { phone: 1 } }] }, 403],
      ['sara', { ...call, cancelRemainingInstances: true }, 403],
      ['dana', { elements: [{ elementId: 'which' }] }, 400],
      ['dana', { elements: [] }, 400],
    ]
    for (const [person, body, status] of others)
      expect([person, body, await begin(person, key, body as typeof call)]).toMatchObject([
        person,
        body,
        { status },
      ])
    const gone = '/element-instances/ad-hoc-activities/999999/activation'
    expect(await company.call('dana', 'POST', gone, call)).toMatchObject({
      status: 404,
      body: { code: 'ad_hoc_not_found' },
    })
  })

  it('finds who waits for a message, and no more who does not', async () => {
    const key = await start('support', { number: 's-4' })
    await begin('dana', key, { elements: [{ elementId: id<never>('answer') }] })
    const find = async (person: string) =>
      (
        await company
          .client(person)
          .searchMessageSubscriptions(
            { filter: { messageName: 'answered', correlationKey: { $in: ['s-4'] } } },
            AT_ONCE,
          )
      ).items!
    expect(await find('dana')).toMatchObject([
      {
        processInstanceKey: key,
        elementId: 'answer',
        messageSubscriptionState: 'CREATED',
        processDefinitionId: 'support',
      },
    ])
    await company.client('dana').correlateMessage({ name: 'answered', correlationKey: 's-4' })
    expect(await find('dana')).toEqual([])
  })

  it('names gateways and sub-processes as the contract does', async () => {
    const key = await start('support', { number: 's-5' })
    const desk = (await elements(key)).find(({ elementId }) => elementId === 'desk')!
    const { engine } = company.services
    const command = { type: 'completeAdHoc', key: Number(desk.elementInstanceKey) } as const
    await engine.execute(Number(key), command, { by: 'dana' })
    const types = (await elements(key)).map(({ elementId, type }) => `${elementId} ${type}`)
    expect(types).toEqual(expect.arrayContaining(['which INCLUSIVE_GATEWAY', 'either EVENT_BASED_GATEWAY']))
  })
})
