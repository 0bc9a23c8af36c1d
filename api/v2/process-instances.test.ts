import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const sum = diagram('sum').start().scriptTask('add', '=a + b', 'total').end().toXml()
const slow = diagram('slow').start().serviceTask('wait', 'slow-work').task('after').end().toXml()
const caller = diagram('caller').start().callActivity('call', 'slow').end().toXml()
const many = diagram('many')
  .start()
  .userTask('vote', { multiInstance: { inputCollection: '=voters', inputElement: 'voter' } })
  .end()
  .toXml()
const stuck = diagram('stuck')
  .start()
  .exclusive('split')
  .from('split', { when: '=missing > 1' })
  .end('a')
  .toXml()

describe.each(testDatabases)('process instances on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, {
      'sum.bpmn': sum,
      'slow.bpmn': slow,
      'caller.bpmn': caller,
      'many.bpmn': many,
    })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })
  const create = (body: object) => company.call('dana', 'POST', '/process-instances', body)

  it('waits for the end and answers with the variables asked for', async () => {
    const answer = await company.client('dana').createProcessInstance({
      processDefinitionId: id('sum'),
      variables: { a: 1, b: 2 },
      awaitCompletion: true,
      fetchVariables: ['total'],
    })
    expect(answer.variables).toEqual({ total: 3 })
  })

  it('is woken by the end of an instance that takes its time', async () => {
    const ending = company.client('dana').createProcessInstance({
      processDefinitionId: id('slow'),
      awaitCompletion: true,
      requestTimeout: 20_000,
    })
    const asked = { type: 'slow-work', timeout: 1000, maxJobsToActivate: 1, requestTimeout: 20_000 }
    const { jobs } = await company.client('dana').activateJobs(asked)
    await jobs[0]!.complete({ done: true })
    expect((await ending).variables).toEqual({ done: true })
  })

  it('answers 504 when the end does not come in time; the instance goes on', async () => {
    const body = { processDefinitionId: 'slow', awaitCompletion: true, requestTimeout: 20 }
    expect(await create(body)).toMatchObject({ status: 504, body: { code: 'instance_still_running' } })
  })

  it('starts before the elements that are named', async () => {
    const answer = await company.client('dana').createProcessInstance({
      processDefinitionId: id('slow'),
      startInstructions: [{ elementId: id('after') }],
      awaitCompletion: true,
    })
    const { processInstanceKey } = answer
    const { items } = await company
      .client('dana')
      .getProcessInstanceStatistics({ processInstanceKey }, AT_ONCE)
    expect(items!.map(({ elementId }) => elementId)).toEqual(['after', 'end'])
  })

  it.each([
    ['an unknown process', { processDefinitionId: 'nothing' }, 404, 'process_definition_not_found'],
    [
      'an unknown version',
      { processDefinitionId: 'sum', processDefinitionVersion: 7 },
      404,
      'process_definition_not_found',
    ],
    ['neither id nor key', {}, 400, 'invalid_request'],
    ['another tenant', { processDefinitionId: 'sum', tenantId: 'acme' }, 400, 'invalid_request'],
    [
      'an element that is not there',
      { processDefinitionId: 'sum', startInstructions: [{ elementId: 'x' }] },
      400,
      'element_not_found',
    ],
    ['tags', { processDefinitionId: 'sum', tags: ['a'] }, 400, 'invalid_request'],
    ['variables that are no object', { processDefinitionId: 'sum', variables: [1] }, 400, 'invalid_request'],
  ])('refuses to start with %s', async (_what, body, status, code) => {
    expect(await create(body)).toMatchObject({ status, body: { code, status } })
  })

  it('lets staff start a process as its start form has it, and not in the middle', async () => {
    const start = (body: object) => company.call('sara', 'POST', '/process-instances', body)
    expect(await start({ processDefinitionId: 'slow' })).toMatchObject({ status: 200 })
    expect(await start({ processDefinitionId: 'slow', variables: { a: 1 } })).toMatchObject({
      status: 400,
      body: { code: 'form_not_valid' },
    })
    const inTheMiddle = { processDefinitionId: 'slow', startInstructions: [{ elementId: 'after' }] }
    expect(await start(inTheMiddle)).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
  })

  it('cancels an instance with all it called, once', async () => {
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.createProcessInstance({ processDefinitionId: id('caller') })
    const called = await dana.searchProcessInstances(
      { filter: { parentProcessInstanceKey: processInstanceKey } },
      AT_ONCE,
    )
    const inner = called.items[0]!.processInstanceKey
    const chain = await dana.getProcessInstanceCallHierarchy({ processInstanceKey: inner }, AT_ONCE)
    expect(chain.map((entry) => entry.processInstanceKey)).toEqual([processInstanceKey, inner])
    await dana.cancelProcessInstance({ processInstanceKey })
    expect(await dana.getProcessInstance({ processInstanceKey: inner }, AT_ONCE)).toMatchObject({
      state: 'TERMINATED',
    })
    const again = await company.call('dana', 'POST', `/process-instances/${processInstanceKey}/cancellation`)
    expect(again).toMatchObject({ status: 404, body: { code: 'instance_not_active' } })
  })

  it('tells the body of a multi-instance activity from its inner instances', async () => {
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.createProcessInstance({
      processDefinitionId: id('many'),
      variables: { voters: ['a', 'b'] },
    })
    const { items } = await dana.searchElementInstances(
      { filter: { processInstanceKey, elementId: id('vote') } },
      AT_ONCE,
    )
    expect(items!.map(({ type }) => type)).toEqual(['MULTI_INSTANCE_BODY', 'USER_TASK', 'USER_TASK'])
    const scope = items![1]!.elementInstanceKey
    const local = await dana.searchVariables({ filter: { scopeKey: id(scope), name: 'voter' } }, AT_ONCE)
    expect(local.items).toMatchObject([{ value: '"a"', scopeKey: scope, processInstanceKey }])
    const { variableKey } = local.items[0]!
    expect(await dana.getVariable({ variableKey }, AT_ONCE)).toMatchObject({ name: 'voter', value: '"a"' })
    expect(await dana.getElementInstance({ elementInstanceKey: scope }, AT_ONCE)).toMatchObject({
      elementId: 'vote',
    })
  })

  it('sets variables in a scope by hand and goes on where it was stuck', async () => {
    const dana = company.client('dana')
    await deployFiles(company, { 'stuck.bpmn': stuck })
    const { processInstanceKey } = await dana.createProcessInstance({ processDefinitionId: id('stuck') })
    const found = await dana.searchProcessInstanceIncidents({ processInstanceKey }, AT_ONCE)
    const [incident] = found.items!
    expect(incident).toMatchObject({ state: 'ACTIVE', elementId: 'split' })
    await dana.createElementInstanceVariables({
      elementInstanceKey: id(processInstanceKey),
      variables: { missing: 2 },
    })
    await dana.resolveIncident({ incidentKey: incident!.incidentKey! })
    expect(await dana.getProcessInstance({ processInstanceKey }, AT_ONCE)).toMatchObject({
      state: 'COMPLETED',
    })
  })

  it('counts element instances over the instances of a definition', async () => {
    const dana = company.client('dana')
    const { items } = await dana.searchProcessDefinitions({ filter: { processDefinitionId: 'sum' } }, AT_ONCE)
    const processDefinitionKey = items![0]!.processDefinitionKey!
    const counted = await dana.getProcessDefinitionStatistics({ processDefinitionKey }, AT_ONCE)
    expect(counted.items).toContainEqual(
      expect.objectContaining({ elementId: 'add', completed: 1n, active: 0n, canceled: 0n, incidents: 0n }),
    )
  })
})
