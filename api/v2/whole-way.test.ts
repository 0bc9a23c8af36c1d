import type { CamundaClient } from '@camunda8/orchestration-cluster-api'
import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

type InstanceKey = Awaited<ReturnType<CamundaClient['createProcessInstance']>>['processInstanceKey']

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

const note = { type: 'textfield', key: 'note', label: 'Note' }
const form = JSON.stringify({ type: 'default', id: 'confirm-form', schemaVersion: 16, components: [note] })

describe.each(testDatabases)('the unmodified client, on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  let dana: CamundaClient
  let sara: CamundaClient
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    dana = company.client('dana')
    sara = company.client('sara')
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  async function deploy() {
    const deployed = await deployFiles(company, { 'order.bpmn': order, 'confirm.form': form })
    const [process] = deployed.processes
    expect(process).toMatchObject({ processDefinitionId: 'order', resourceName: 'order.bpmn' })
    expect(deployed.forms).toMatchObject([{ formId: 'confirm-form' }])
    return process!.processDefinitionId
  }

  async function workJob(processInstanceKey: InstanceKey) {
    const fetchVariable = ['amount']
    const { jobs } = await dana.activateJobs({
      type: 'check-stock',
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 5,
      fetchVariable,
    })
    const customHeaders = { shelf: 'B7' }
    const variables = { amount: 12.5 }
    expect(jobs).toMatchObject([
      { customHeaders, variables, retries: 3, elementId: 'check', processInstanceKey },
    ])
    await jobs[0]!.complete({ inStock: true })
  }

  async function findTask() {
    const filter = { state: 'CREATED', candidateGroup: 'sales' } as const
    const { items } = await sara.searchUserTasks({ filter }, AT_ONCE)
    expect(items).toMatchObject([
      {
        name: 'Confirm',
        candidateGroups: ['sales'],
        dueDate: '2026-03-05T12:00:00.000Z',
        processName: 'Order',
      },
    ])
    return items[0]!
  }

  async function completeTask() {
    const { userTaskKey, formKey } = await findTask()
    const shown = await sara.getUserTaskForm({ userTaskKey }, AT_ONCE)
    expect(shown).toMatchObject({ formId: 'confirm-form', formKey })
    const seen = await sara.searchUserTaskVariables({ userTaskKey, sort: [{ field: 'name' }] }, AT_ONCE)
    expect(seen.items.map(({ value }) => value)).toEqual(['12.5', 'true', '"o-1"'])
    await sara.assignUserTask({ userTaskKey, assignee: 'sara' })
    await sara.completeUserTask({ userTaskKey, variables: { note: 'fine' } })
    const completed = await sara.getUserTask({ userTaskKey }, AT_ONCE)
    expect(completed).toMatchObject({ state: 'COMPLETED', assignee: 'sara' })
  }

  async function pay(processInstanceKey: InstanceKey) {
    const filter = { processInstanceKey, state: 'ACTIVE' } as const
    const { items } = await dana.searchElementInstances({ filter }, AT_ONCE)
    expect(items).toMatchObject([
      { elementId: 'order', type: 'PROCESS' },
      { elementId: 'paid', type: 'INTERMEDIATE_CATCH_EVENT' },
    ])
    await dana.publishMessage({ name: 'payment', correlationKey: 'o-1', variables: { paid: true } })
  }

  it('deploys a diagram, starts it, works its job, completes its task and publishes its message', async () => {
    const processDefinitionId = await deploy()
    const variables = { orderId: 'o-1', amount: 12.5 }
    const started = await dana.createProcessInstance({ processDefinitionId, variables })
    expect(started.variables).toEqual(variables)
    const { processInstanceKey } = started
    await workJob(processInstanceKey)
    await completeTask()
    await pay(processInstanceKey)

    const ended = await dana.getProcessInstance({ processInstanceKey }, AT_ONCE)
    expect(ended).toMatchObject({ state: 'COMPLETED', hasIncident: false })
    const { items } = await dana.searchVariables({ filter: { processInstanceKey } }, AT_ONCE)
    expect(Object.fromEntries(items.map(({ name, value }) => [name, JSON.parse(value)]))).toEqual({
      ...variables,
      inStock: true,
      note: 'fine',
      paid: true,
    })
    const flows = await dana.getProcessInstanceSequenceFlows({ processInstanceKey }, AT_ONCE)
    const taken = flows.items!.map(({ elementId }) => elementId)
    expect(taken).toEqual(['start-check', 'check-confirm', 'confirm-paid', 'paid-done'])
  })

  it('gives a waiting worker a job as soon as there is one', async () => {
    const asked = { type: 'check-stock', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 20_000 }
    const waiting = dana.activateJobs(asked)
    await dana.createProcessInstance({ processDefinitionId: id('order'), variables: { orderId: 'o-2' } })
    const { jobs } = await waiting
    expect(jobs).toMatchObject([{ elementId: 'check' }])
    await dana.cancelProcessInstance({ processInstanceKey: jobs[0]!.processInstanceKey })
  })

  it('answers at once without jobs when the worker does not want to wait', async () => {
    const asked = { type: 'nothing-like-it', timeout: 1000, maxJobsToActivate: 1, requestTimeout: -1 }
    expect((await company.client('omid').activateJobs(asked)).jobs).toEqual([])
  })
})
