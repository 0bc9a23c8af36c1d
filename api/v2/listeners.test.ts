import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const listened = diagram('listened')
  .start()
  .userTask('write', {
    candidateGroups: 'sales',
    extensions: `<zeebe:taskListeners>
      <zeebe:taskListener eventType="assigning" type="ask" retries="2"/>
      <zeebe:taskListener eventType="updating" type="ask"/>
      <zeebe:taskListener eventType="completing" type="ask"/>
    </zeebe:taskListeners>`,
  })
  .serviceTask('book', 'book', {
    extensions:
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="prepare"/></zeebe:executionListeners>',
  })
  .end()
  .toXml()

describe.each(testDatabases)('listeners on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'listened.bpmn': listened })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  const openTask = async () => {
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.createProcessInstance({ processDefinitionId: id('listened') })
    const { items } = await dana.searchUserTasks({ filter: { processInstanceKey } }, AT_ONCE)
    return { userTaskKey: items[0]!.userTaskKey, processInstanceKey }
  }
  const lease = async () => {
    const asked = { type: 'ask', worker: 'w', timeout: 10_000, maxJobsToActivate: 1, requestTimeout: -1 }
    const { jobs } = await company.client('dana').activateJobs(asked)
    return jobs[0]!
  }
  const taskOf = (userTaskKey: Awaited<ReturnType<typeof openTask>>['userTaskKey']) =>
    company.client('dana').getUserTask({ userTaskKey }, AT_ONCE)

  it('are told what is about to happen, and correct it', async () => {
    const { userTaskKey } = await openTask()
    await company.client('sara').assignUserTask({ userTaskKey, assignee: 'sara', action: 'take' })
    const meanwhile = await taskOf(userTaskKey)
    expect([meanwhile.state, meanwhile.assignee]).toEqual(['ASSIGNING', undefined])
    const job = await lease()
    expect(job).toMatchObject({
      kind: 'TASK_LISTENER',
      listenerEventType: 'ASSIGNING',
      retries: 2,
      userTask: {
        action: 'take',
        assignee: 'sara',
        candidateGroups: ['sales'],
        changedAttributes: ['assignee'],
        userTaskKey,
        priority: 50,
      },
    })
    const corrections = { assignee: 'mina', priority: 80, dueDate: '2026-05-01T10:00:00.000Z' }
    await company
      .client('dana')
      .completeJob({ jobKey: job.jobKey, result: { type: 'userTask', corrections } })
    expect(await taskOf(userTaskKey)).toMatchObject({ state: 'CREATED', ...corrections })
  })

  it('may deny a completion; the task is open again, and is completed by who does it in the end', async () => {
    const { userTaskKey, processInstanceKey } = await openTask()
    const sara = company.client('sara')
    await sara.completeUserTask({ userTaskKey })
    expect(await taskOf(userTaskKey)).toMatchObject({ state: 'COMPLETING' })
    const path = `/user-tasks/${userTaskKey}/completion`
    expect(await company.call('dana', 'POST', path, {})).toMatchObject({
      status: 409,
      body: { code: 'task_in_transition' },
    })
    const filter = { state: 'COMPLETING', processInstanceKey } as const
    expect((await sara.searchUserTasks({ filter }, AT_ONCE)).items).toHaveLength(1)
    const dana = company.client('dana')
    const denied = { type: 'userTask', denied: true, deniedReason: 'not yet' } as const
    await dana.completeJob({ jobKey: (await lease()).jobKey, result: denied })
    expect(await taskOf(userTaskKey)).toMatchObject({ state: 'CREATED' })

    await sara.completeUserTask({ userTaskKey })
    await dana.completeJob({ jobKey: (await lease()).jobKey })
    expect(await taskOf(userTaskKey)).toMatchObject({ state: 'COMPLETED' })
    const again = await company.call('dana', 'POST', path, {})
    expect(again).toMatchObject({ body: { code: 'task_already_completed', by: { id: 'sara' } } })
  })

  it('hear of an update with what it will be', async () => {
    const { userTaskKey } = await openTask()
    await company.client('mina').updateUserTask({ userTaskKey, changeset: { priority: 10, dueDate: '' } })
    const job = await lease()
    expect(job).toMatchObject({
      listenerEventType: 'UPDATING',
      userTask: { action: 'update', priority: 10, dueDate: null, changedAttributes: ['dueDate', 'priority'] },
    })
    await company.client('dana').completeJob({ jobKey: job.jobKey })
    expect(await taskOf(userTaskKey)).toMatchObject({ state: 'CREATED', priority: 10 })
  })

  it('of elements are jobs of their own kind, found as such', async () => {
    const { userTaskKey, processInstanceKey } = await openTask()
    await company.client('sara').completeUserTask({ userTaskKey })
    const dana = company.client('dana')
    await dana.completeJob({ jobKey: (await lease()).jobKey })
    const search = async (filter: object) =>
      (await dana.searchJobs({ filter: { processInstanceKey, ...filter } }, AT_ONCE)).items
    expect(await search({ kind: 'EXECUTION_LISTENER' })).toMatchObject([
      { elementId: 'book', type: 'prepare', listenerEventType: 'START' },
    ])
    expect(await search({ kind: 'BPMN_ELEMENT' })).toEqual([])
    const { jobs } = await dana.activateJobs({
      type: 'prepare',
      worker: 'w',
      timeout: 10_000,
      maxJobsToActivate: 10,
      requestTimeout: -1,
    })
    const job = jobs.find((one) => one.processInstanceKey === processInstanceKey)!
    expect(job.userTask).toBeUndefined()
    const path = `/jobs/${job.jobKey}/completion`
    expect(await company.call('dana', 'POST', path, { result: { type: 'userTask' } })).toMatchObject({
      status: 409,
      body: { code: 'listener_result_not_allowed' },
    })
    await dana.completeJob({ jobKey: job.jobKey })
    expect(await search({ listenerEventType: 'UNSPECIFIED' })).toMatchObject([
      { elementId: 'book', type: 'book', kind: 'BPMN_ELEMENT' },
    ])
  })
})
