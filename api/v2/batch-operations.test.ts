import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { BatchRunner } from '../batches/batch-runner.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const order = (task: string) => diagram('order').start().userTask(task).userTask('ship').end().toXml()
const stuck = diagram('stuck').start().serviceTask('pay', 'pay').end().toXml()
const caller = diagram('caller').start().callActivity('call', 'order').end().toXml()

describe.each(testDatabases)('batch operations on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeEach(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'order.bpmn': order('approve'), 'stuck.bpmn': stuck, 'caller.bpmn': caller })
  })
  afterEach(async () => {
    await company.close()
    await test.drop()
  })

  const dana = () => company.client('dana')
  const start = async (process: string, count: number) => {
    const keys: string[] = []
    for (let at = 0; at < count; at++) {
      const made = await dana().createProcessInstance({ processDefinitionId: id(process) })
      keys.push(made.processInstanceKey)
    }
    return keys
  }
  const runToEnd = async () => {
    while (await company.services.batches.turn());
  }
  const batch = (key: string) => dana().getBatchOperation({ batchOperationKey: id(key) }, AT_ONCE)
  const statesOf = async (process: string) => {
    const { items } = await dana().searchProcessInstances(
      { filter: { processDefinitionId: id(process) }, sort: [{ field: 'processInstanceKey' }] },
      AT_ONCE,
    )
    return items!.map(({ state }) => state)
  }

  it('cancels what the filter finds and nothing else, with progress', async () => {
    const keys = await start('order', 5)
    const made = await dana().cancelProcessInstancesBatchOperation(
      {
        filter: {
          processDefinitionId: id('order'),
          processInstanceKey: { $in: keys.slice(0, 3).map((key) => id(key)) },
        },
      },
      AT_ONCE,
    )
    expect(made.batchOperationType).toBe('CANCEL_PROCESS_INSTANCE')
    const key = made.batchOperationKey!
    expect(await batch(key)).toMatchObject({ state: 'CREATED', operationsCompletedCount: 0 })
    await start('order', 1)
    await runToEnd()
    expect(await batch(key)).toMatchObject({
      state: 'COMPLETED',
      operationsTotalCount: 3,
      operationsCompletedCount: 3,
      operationsFailedCount: 0,
      endDate: expect.anything(),
    })
    expect((await statesOf('order')).toSorted()).toEqual([
      'ACTIVE',
      'ACTIVE',
      'ACTIVE',
      'TERMINATED',
      'TERMINATED',
      'TERMINATED',
    ])
    const { items } = await dana().searchProcessInstances({ filter: { batchOperationId: id(key) } }, AT_ONCE)
    expect(items).toHaveLength(3)
  })

  it('migrates; what can not be fails for itself with the reason', async () => {
    const [first, second] = await start('order', 2)
    await completeTask(first!)
    await deployFiles(company, { 'order.bpmn': order('decide') })
    const [target] = (
      await dana().searchProcessDefinitions(
        { filter: { processDefinitionId: id('order'), version: 2 } },
        AT_ONCE,
      )
    ).items!
    const made = await dana().migrateProcessInstancesBatchOperation(
      {
        filter: { processDefinitionId: id('order') },
        migrationPlan: { mappingInstructions: [], targetProcessDefinitionKey: target!.processDefinitionKey! },
      },
      AT_ONCE,
    )
    await runToEnd()
    const key = made.batchOperationKey!
    expect(await batch(key)).toMatchObject({ operationsCompletedCount: 1, operationsFailedCount: 1 })
    const { items } = await dana().searchBatchOperationItems(
      { filter: { batchOperationKey: key, state: 'FAILED' } },
      AT_ONCE,
    )
    expect(items).toMatchObject([
      { processInstanceKey: second, state: 'FAILED', errorMessage: expect.stringContaining('approve') },
    ])
  })

  async function completeTask(processInstanceKey: string) {
    const { items } = await dana().searchUserTasks(
      { filter: { processInstanceKey: id(processInstanceKey) } },
      AT_ONCE,
    )
    await dana().completeUserTask({ userTaskKey: items![0]!.userTaskKey! })
  }

  it('moves the tokens of all that stand at an element', async () => {
    await start('order', 3)
    await dana().modifyProcessInstancesBatchOperation(
      {
        filter: { processDefinitionId: id('order'), elementId: id('approve') },
        moveInstructions: [{ sourceElementId: id('approve'), targetElementId: id('ship') }],
      },
      AT_ONCE,
    )
    await runToEnd()
    const { items } = await dana().searchUserTasks({ filter: { state: 'CREATED' } }, AT_ONCE)
    expect(items!.map(({ elementId }) => elementId)).toEqual(['ship', 'ship', 'ship'])
  })

  it('resolves incidents, and gives their jobs another try', async () => {
    await start('stuck', 2)
    const { jobs } = await dana().activateJobs({ type: 'pay', timeout: 60_000, maxJobsToActivate: 2 })
    for (const { jobKey } of jobs) await dana().failJob({ jobKey, retries: 0 })
    await dana().resolveIncidentsBatchOperation(
      { filter: { processDefinitionId: id('stuck'), hasIncident: true } },
      AT_ONCE,
    )
    await runToEnd()
    const found = await dana().searchIncidents({ filter: { state: 'ACTIVE' } }, AT_ONCE)
    expect(found.items).toEqual([])
    expect(
      await company.call('dana', 'POST', '/jobs/search', { filter: { state: 'CREATED' } }),
    ).toMatchObject({
      body: { items: [{ retries: 1 }, { retries: 1 }] },
    })
  })

  it('cancels no called instance by itself, and deletes none', async () => {
    await start('caller', 1)
    await dana().cancelProcessInstancesBatchOperation(
      { filter: { processDefinitionId: id('order') } },
      AT_ONCE,
    )
    await runToEnd()
    expect(await statesOf('order')).toEqual(['ACTIVE'])
  })

  it('is suspended, resumed and canceled; what was done stays done', async () => {
    await start('order', 2)
    const filter = { processDefinitionId: id('order') }
    const { batchOperationKey } = await dana().cancelProcessInstancesBatchOperation({ filter }, AT_ONCE)
    const key = { batchOperationKey: batchOperationKey! }
    await dana().suspendBatchOperation(key, AT_ONCE)
    await runToEnd()
    expect(await batch(key.batchOperationKey)).toMatchObject({ state: 'SUSPENDED' })
    await dana().resumeBatchOperation(key, AT_ONCE)
    await company.services.batches.turn()
    expect(await batch(key.batchOperationKey)).toMatchObject({ state: 'ACTIVE', operationsTotalCount: 2 })
    await dana().cancelBatchOperation(key, AT_ONCE)
    await runToEnd()
    expect(await batch(key.batchOperationKey)).toMatchObject({
      state: 'CANCELED',
      operationsCompletedCount: 0,
    })
    expect(await statesOf('order')).toEqual(['ACTIVE', 'ACTIVE'])
    const again = await company.call('dana', 'POST', `/batch-operations/${batchOperationKey}/resumption`)
    expect(again).toMatchObject({ status: 409, body: { code: 'batch_state' } })
    const { items } = await dana().searchBatchOperationItems({ filter: { state: 'CANCELED' } }, AT_ONCE)
    expect(items).toHaveLength(2)
  })

  it('is worked by several nodes together, each item once', async () => {
    await start('order', 60)
    const { engine } = company.services
    const faults: unknown[] = []
    const node = () =>
      new BatchRunner(
        engine,
        () => company.clock.at,
        (error) => faults.push(error),
      )
    const filter = { processDefinitionId: id('order') }
    const { batchOperationKey } = await dana().cancelProcessInstancesBatchOperation({ filter }, AT_ONCE)
    await Promise.all(
      [node(), node(), node()].map(async (runner) => {
        while (await runner.turn());
      }),
    )
    expect(await batch(batchOperationKey!)).toMatchObject({
      state: 'COMPLETED',
      operationsTotalCount: 60,
      operationsCompletedCount: 60,
    })
    expect(faults).toEqual([])
  })

  it('refuses what would mean everything, and what is not there', async () => {
    const version = { mappingInstructions: [], targetProcessDefinitionKey: '9' }
    const filter = { state: 'ACTIVE' }
    const asked: [string, object, string][] = [
      ['cancellation', { filter: {} }, 'filter_empty'],
      ['cancellation', {}, 'invalid_request'],
      ['migration', { filter, migrationPlan: version }, 'process_not_found'],
      ['modification', { filter, moveInstructions: [] }, 'invalid_request'],
    ]
    for (const [path, body, code] of asked)
      expect(await company.call('dana', 'POST', `/process-instances/${path}`, body)).toMatchObject({
        status: 400,
        body: { code },
      })
  })

  it('is for those who may, and found by them only', async () => {
    const body = { filter: { state: 'ACTIVE' } }
    expect(await company.call('sara', 'POST', '/process-instances/cancellation', body)).toMatchObject({
      status: 403,
    })
    expect(await company.call('sara', 'POST', '/batch-operations/search', {})).toMatchObject({ status: 403 })
    expect(await company.call('mina', 'POST', '/process-instances/cancellation', body)).toMatchObject({
      status: 200,
    })
    const { items } = await company.client('mina').searchBatchOperations(
      {
        filter: { operationType: 'CANCEL_PROCESS_INSTANCE', state: 'CREATED' },
        sort: [{ field: 'startDate' }],
      },
      AT_ONCE,
    )
    expect(items).toHaveLength(1)
    expect(await company.call('mina', 'GET', '/batch-operations/999')).toMatchObject({ status: 404 })
  })
})
