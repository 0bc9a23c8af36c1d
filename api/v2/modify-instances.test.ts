import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const order = (task: string) =>
  diagram('order')
    .start()
    .userTask(task)
    .subProcess('delivery', (inside) => inside.start('begun').userTask('ship').end('shipped'))
    .end()
    .toXml()

describe.each(testDatabases)('modification and migration on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'order.bpmn': order('approve') })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })
  const dana = () => company.client('dana')
  const start = async () => {
    const made = await dana().createProcessInstance({
      processDefinitionId: id('order'),
      processDefinitionVersion: 1,
    })
    return made.processInstanceKey
  }
  const elementsOf = async (processInstanceKey: string) => {
    const { items } = await dana().searchElementInstances(
      { filter: { processInstanceKey: id(processInstanceKey), state: 'ACTIVE' } },
      AT_ONCE,
    )
    return items!
  }

  it('ends an element instance and begins others, with variables in the scopes named', async () => {
    const processInstanceKey = await start()
    const task = (await elementsOf(processInstanceKey)).find(({ elementId }) => elementId === 'approve')!
    await dana().modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [
        {
          elementId: id('ship'),
          variableInstructions: [
            { variables: { carrier: 'DHL' }, scopeId: 'delivery' },
            { variables: { urgent: true } },
          ],
        },
      ],
      terminateInstructions: [{ elementInstanceKey: task.elementInstanceKey! }],
    })
    const active = await elementsOf(processInstanceKey)
    expect(active.map(({ elementId }) => elementId).toSorted()).toEqual(['delivery', 'order', 'ship'])
    const { items } = await dana().searchVariables({ filter: { processInstanceKey } }, AT_ONCE)
    const delivery = active.find(({ elementId }) => elementId === 'delivery')!.elementInstanceKey
    expect(items!.map(({ name, value, scopeKey }) => [name, value, scopeKey])).toEqual(
      expect.arrayContaining([
        ['carrier', '"DHL"', delivery],
        ['urgent', 'true', processInstanceKey],
      ]),
    )
  })

  it.each([
    [
      'an element that is not there',
      { activateInstructions: [{ elementId: 'nowhere' }] },
      'element_not_found',
    ],
    [
      'an element instance that is not there',
      { terminateInstructions: [{ elementInstanceKey: '999999' }] },
      'element_instance_not_found',
    ],
    ['the process', { activateInstructions: [{ elementId: 'order' }] }, 'modification_not_allowed'],
    ['nothing', {}, 'invalid_request'],
  ])('refuses %s with 400', async (_what, body, code) => {
    const answer = await company.call(
      'dana',
      'POST',
      `/process-instances/${await start()}/modification`,
      body,
    )
    expect(answer).toMatchObject({ status: 400, body: { code } })
  })

  it('migrates to another version; what is not mapped keeps its id, and history is told as before', async () => {
    const processInstanceKey = await start()
    const deployed = await deployFiles(company, { 'order.bpmn': order('decide') })
    const targetProcessDefinitionKey = deployed.processes[0]!.processDefinitionKey
    const migrate = (mappingInstructions: { sourceElementId: string; targetElementId: string }[]) =>
      company.call('dana', 'POST', `/process-instances/${processInstanceKey}/migration`, {
        mappingInstructions,
        targetProcessDefinitionKey,
      })
    expect(await migrate([])).toMatchObject({ status: 409, body: { code: 'migration_needs_mapping' } })
    expect(await migrate([{ sourceElementId: 'approve', targetElementId: 'decide' }])).toMatchObject({
      status: 204,
    })
    expect((await elementsOf(processInstanceKey)).map(({ elementId }) => elementId).toSorted()).toEqual([
      'decide',
      'order',
    ])
    expect(await dana().getProcessInstance({ processInstanceKey }, AT_ONCE)).toMatchObject({
      processDefinitionVersion: 2,
    })
    const { items } = await dana().getProcessInstanceStatistics({ processInstanceKey }, AT_ONCE)
    expect(
      items!.map(({ elementId, active, completed }) => [elementId, Number(active), Number(completed)]),
    ).toEqual([
      ['start', 0, 1],
      ['decide', 1, 0],
    ])
    const timeline = await fetch(`${company.url}/api/instances/${processInstanceKey}/timeline`, {
      headers: { authorization: company.authorization('dana') },
    })
    expect(
      ((await timeline.json()) as { kind: string; elementId: string }[]).map((one) => [
        one.kind,
        one.elementId,
      ]),
    ).toEqual([
      ['instance_started', 'order'],
      ['element_entered', 'start'],
      ['element_completed', 'start'],
      ['task_created', 'approve'],
      ['instance_migrated', 'order'],
    ])
  })

  it('is for those who repair: managers, designers and administrators', async () => {
    const path = `/process-instances/${await start()}/modification`
    const body = { activateInstructions: [{ elementId: 'ship' }] }
    const statuses = await Promise.all(
      ['sara', 'mina', 'dana', 'omid'].map(
        async (person) => (await company.call(person, 'POST', path, body)).status,
      ),
    )
    expect(statuses.map((status) => status === 403)).toEqual([true, false, false, false])
  })
})
