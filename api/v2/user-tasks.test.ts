import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const offer = diagram('offer')
  .start()
  .userTask('write', { name: 'Write the offer', candidateGroups: 'sales' })
  .userTask('check', { candidateGroups: 'sales', properties: { 'kartabl:fourEyes': 'write' } })
  .end()
  .toXml()

describe.each(testDatabases)('user tasks on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'offer.bpmn': offer })
  })
  afterAll(async () => {
    await company.close()
    await test.drop()
  })

  const openTask = async () => {
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.createProcessInstance({ processDefinitionId: id('offer') })
    const { items } = await dana.searchUserTasks({ filter: { processInstanceKey } }, AT_ONCE)
    return items[0]!.userTaskKey
  }

  it('shows people the tasks of their groups only', async () => {
    const userTaskKey = await openTask()
    const filter = { userTaskKey }
    expect((await company.client('sara').searchUserTasks({ filter }, AT_ONCE)).items).toHaveLength(1)
    expect((await company.client('mina').searchUserTasks({ filter }, AT_ONCE)).items).toHaveLength(1)
    expect((await company.client('wang').searchUserTasks({ filter }, AT_ONCE)).items).toHaveLength(0)
    const answer = await company.call('wang', 'POST', `/user-tasks/${userTaskKey}/completion`, {})
    expect(answer).toMatchObject({ status: 404, body: { code: 'task_not_found' } })
  })

  it('says who completed a task and when, to whoever completes it again', async () => {
    const userTaskKey = await openTask()
    await company.client('sara').completeUserTask({ userTaskKey })
    const answer = await company.call('dana', 'POST', `/user-tasks/${userTaskKey}/completion`, {})
    const at = new Date(company.clock.at).toISOString()
    const by = { id: 'sara', name: 'Sara' }
    expect(answer).toMatchObject({ status: 409, body: { code: 'task_already_completed', by, at } })
  })

  it('lets one of two people take a task', async () => {
    const userTaskKey = await openTask()
    const take = (person: string) =>
      company.call(person, 'POST', `/user-tasks/${userTaskKey}/assignment`, {
        assignee: person,
        allowOverride: false,
      })
    const answers = await Promise.all([take('sara'), take('mina')])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  it('gives a task back, and again without harm', async () => {
    const userTaskKey = await openTask()
    const sara = company.client('sara')
    await sara.assignUserTask({ userTaskKey, assignee: 'sara' })
    await sara.unassignUserTask({ userTaskKey })
    await sara.unassignUserTask({ userTaskKey })
    expect((await sara.getUserTask({ userTaskKey }, AT_ONCE)).assignee).toBeUndefined()
  })

  it('hands a task to those who exist only, and only by those who may', async () => {
    const userTaskKey = await openTask()
    const path = `/user-tasks/${userTaskKey}/assignment`
    expect(await company.call('mina', 'POST', path, { assignee: 'nobody' })).toMatchObject({
      status: 400,
      body: { code: 'person_not_found' },
    })
    expect(await company.call('sara', 'POST', path, { assignee: 'mina' })).toMatchObject({ status: 403 })
    expect(await company.call('mina', 'POST', path, { assignee: 'wang' })).toMatchObject({ status: 204 })
    const { items } = await company.client('wang').searchUserTasks({ filter: { assignee: 'wang' } }, AT_ONCE)
    expect(items.map((task) => task.userTaskKey)).toContain(userTaskKey)
  })

  it('changes what a changeset names and takes dates away by an empty text', async () => {
    const userTaskKey = await openTask()
    const mina = company.client('mina')
    const dueDate = '2026-04-01T10:00:00.000Z'
    await mina.updateUserTask({ userTaskKey, changeset: { dueDate, followUpDate: dueDate, priority: 80 } })
    await mina.updateUserTask({ userTaskKey, changeset: { followUpDate: '', candidateUsers: ['wang'] } })
    const task = await company.client('wang').getUserTask({ userTaskKey }, AT_ONCE)
    expect(task).toMatchObject({
      dueDate,
      priority: 80,
      candidateUsers: ['wang'],
      candidateGroups: ['sales'],
    })
    expect(task.followUpDate).toBeUndefined()
  })

  it('keeps to four eyes', async () => {
    const userTaskKey = await openTask()
    const sara = company.client('sara')
    const { processInstanceKey } = await sara.getUserTask({ userTaskKey }, AT_ONCE)
    await sara.completeUserTask({ userTaskKey })
    const filter = { processInstanceKey: processInstanceKey!, state: 'CREATED' } as const
    const [next] = (await sara.searchUserTasks({ filter }, AT_ONCE)).items
    const path = `/user-tasks/${next!.userTaskKey}/completion`
    expect(await company.call('sara', 'POST', path, {})).toMatchObject({
      status: 403,
      body: { code: 'four_eyes' },
    })
    expect(await company.call('dana', 'POST', path, {})).toMatchObject({ status: 204 })
  })

  it('lets staff give what the form of the task asks, and nothing else', async () => {
    const userTaskKey = await openTask()
    const answer = await company.call('sara', 'POST', `/user-tasks/${userTaskKey}/completion`, {
      variables: { approved: true },
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'form_not_valid' } })
  })

  it('answers 204 for the form of a task that has none', async () => {
    const answer = await company.call('sara', 'GET', `/user-tasks/${await openTask()}/form`)
    expect(answer).toEqual({ status: 204, body: null })
  })

  it.each([
    ['12x', 400],
    ['99999999999999999999', 400],
    ['9999999999999999999', 404],
    ['123456', 404],
  ])('answers the key %s with %i', async (key, status) => {
    expect(await company.call('dana', 'GET', `/user-tasks/${key}`)).toMatchObject({
      status,
      body: { status },
    })
  })
})
