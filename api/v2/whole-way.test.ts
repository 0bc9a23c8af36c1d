import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const NOW = { consistency: { waitUpToMs: 0 } }

/** A service task, a user task of Sales, and a message to wait for. */
const order = diagram('order', { name: 'Order' })
  .start()
  .serviceTask('check', 'check-stock', { headers: { shelf: 'B7' }, retries: '3' })
  .userTask('confirm', {
    name: 'Confirm',
    candidateGroups: 'sales',
    dueDate: '2026-03-05T12:00:00Z',
    formId: 'confirm-form',
  })
  .catch('paid', { message: 'payment', key: '=orderId' })
  .end('done')
  .toXml()

const form = JSON.stringify({
  type: 'default',
  id: 'confirm-form',
  schemaVersion: 16,
  components: [{ type: 'textfield', key: 'note', label: 'Note' }],
})

const file = (content: string, name: string) => new File([content], name)

describe.each(testDatabases)('the unmodified client, on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  it('deploys a diagram, starts it, works its job, completes its task and publishes its message', async () => {
    const dana = company.client('dana')
    const deployed = await dana.createDeployment({
      resources: [file(order, 'order.bpmn'), file(form, 'confirm.form')],
    })
    const [process] = deployed.processes
    expect(process).toMatchObject({
      processDefinitionId: 'order',
      processDefinitionVersion: 1,
      resourceName: 'order.bpmn',
    })
    expect(deployed.forms).toHaveLength(1)

    const started = await dana.createProcessInstance({
      processDefinitionId: process!.processDefinitionId,
      variables: { orderId: 'o-1', amount: 12.5 },
    })
    const { processInstanceKey } = started
    expect(started.variables).toEqual({ orderId: 'o-1', amount: 12.5 })

    const { jobs } = await dana.activateJobs({
      type: 'check-stock',
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 5,
      fetchVariable: ['amount'],
    })
    expect(jobs).toHaveLength(1)
    expect(jobs[0]).toMatchObject({
      customHeaders: { shelf: 'B7' },
      variables: { amount: 12.5 },
      retries: 3,
      elementId: 'check',
      processInstanceKey,
    })
    await jobs[0]!.complete({ inStock: true })

    const sara = company.client('sara')
    const tasks = await sara.searchUserTasks({ filter: { state: 'CREATED', candidateGroup: 'sales' } }, NOW)
    expect(Number(tasks.page.totalItems)).toBe(1)
    const task = tasks.items[0]!
    expect(task).toMatchObject({
      name: 'Confirm',
      candidateGroups: ['sales'],
      dueDate: '2026-03-05T12:00:00.000Z',
      processName: 'Order',
    })
    const { userTaskKey } = task
    expect(await sara.getUserTaskForm({ userTaskKey }, NOW)).toMatchObject({
      formId: 'confirm-form',
      version: 1n,
      formKey: task.formKey,
    })
    const seen = await sara.searchUserTaskVariables({ userTaskKey, sort: [{ field: 'name' }] }, NOW)
    expect(seen.items.map(({ name, value }) => [name, value])).toEqual([
      ['amount', '12.5'],
      ['inStock', 'true'],
      ['orderId', '"o-1"'],
    ])
    await sara.assignUserTask({ userTaskKey, assignee: 'sara' })
    await sara.completeUserTask({ userTaskKey, variables: { note: 'fine' } })
    expect(await sara.getUserTask({ userTaskKey }, NOW)).toMatchObject({
      state: 'COMPLETED',
      assignee: 'sara',
    })

    const where = await dana.searchElementInstances({ filter: { processInstanceKey, state: 'ACTIVE' } }, NOW)
    expect(where.items!.map(({ elementId, type }) => [elementId, type])).toEqual([
      ['order', 'PROCESS'],
      ['paid', 'INTERMEDIATE_CATCH_EVENT'],
    ])
    await dana.publishMessage({
      name: 'payment',
      correlationKey: 'o-1',
      timeToLive: 0,
      variables: { paid: true },
    })

    expect(await dana.getProcessInstance({ processInstanceKey }, NOW)).toMatchObject({
      state: 'COMPLETED',
      hasIncident: false,
    })
    const variables = await dana.searchVariables({ filter: { processInstanceKey } }, NOW)
    expect(Object.fromEntries(variables.items.map(({ name, value }) => [name, JSON.parse(value)]))).toEqual({
      orderId: 'o-1',
      amount: 12.5,
      inStock: true,
      note: 'fine',
      paid: true,
    })
    const flows = await dana.getProcessInstanceSequenceFlows({ processInstanceKey }, NOW)
    expect(flows.items!.map(({ elementId }) => elementId)).toEqual([
      'start-check',
      'check-confirm',
      'confirm-paid',
      'paid-done',
    ])
  })

  it('gives every waiting worker a job as soon as there is one', async () => {
    const dana = company.client('dana')
    const waiting = dana.activateJobs({
      type: 'check-stock',
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 20_000,
    })
    const began = performance.now()
    await dana.createProcessInstance({ processDefinitionId: 'order' as never, variables: { orderId: 'o-2' } })
    const { jobs } = await waiting
    expect(jobs).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(5_000)
    await dana.cancelProcessInstance({ processInstanceKey: jobs[0]!.processInstanceKey })
  })

  it('answers at once without jobs when the worker does not want to wait', async () => {
    const { jobs } = await company
      .client('omid')
      .activateJobs({ type: 'nothing-like-it', timeout: 1000, maxJobsToActivate: 1, requestTimeout: -1 })
    expect(jobs).toEqual([])
  })
})
