import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const form = (components: object[]) =>
  JSON.stringify({ type: 'default', id: 'check-order', schemaVersion: 16, components })

const checkOrder = form([
  { type: 'textfield', id: 'f1', key: 'note', label: 'Note', validate: { required: true } },
  { type: 'number', id: 'f2', key: 'count', label: 'Count' },
])

const order = diagram('order', {
  name: 'Order',
  properties: { 'kartabl:candidateStarters': 'sales', 'name:de': 'Verkauf' },
})
  .start()
  .userTask('check', {
    name: 'Check the order',
    properties: { 'name:fa': 'بررسی سفارش' },
    candidateGroups: 'sales',
    dueDate: '2026-03-02T15:00:00Z',
    formId: 'check-order',
  })
  .userTask('approve', {
    name: 'Approve',
    candidateGroups: 'sales, sales-management',
    properties: { 'kartabl:fourEyes': 'check', 'kartabl:outcomes': 'approve, reject' },
  })
  .end('done')
  .toXml()

type Agent = Awaited<ReturnType<ServedDemo['as']>>

describe('work in the inbox', () => {
  let demo: ServedDemo
  let sara: Agent
  let reza: Agent
  let mina: Agent
  beforeAll(async () => {
    demo = await serveDemo()
    sara = await demo.as('sara')
    reza = await demo.as('reza')
    mina = await demo.as('mina')
    const dana = await demo.as('dana')
    const files = [
      { name: 'order.bpmn', content: order },
      { name: 'check-order.form', content: checkOrder },
    ]
    const { body } = await dana.post('/api/deployments').send({ files }).expect(201)
    expect(body.resources.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)).toEqual([
      'process order',
      'form check-order',
    ])
  })
  afterAll(() => demo.close())

  const start = async () => {
    demo.clock.at += 1000
    return (await sara.post('/api/processes/order/start').send({}).expect(201)).body.instanceKey
  }
  const counts = async (agent: Agent) => (await agent.get('/api/inbox/counts').expect(200)).body
  const newest = async (agent: Agent, view: string) =>
    (await agent.get(`/api/inbox/${view}?sort=created&order=desc&limit=1`).expect(200)).body.items[0]

  test('a task is offered, claimed, drafted, completed and done, with exact counts all the way', async () => {
    const before = await counts(sara)
    const instanceKey = await start()
    expect(await counts(sara)).toEqual({ ...before, groups: before.groups + 1, today: before.today + 1 })
    const offered = await newest(sara, 'groups')
    expect(offered).toMatchObject({
      name: 'Check the order',
      processName: 'Order',
      instanceKey,
      assignee: null,
      candidateGroups: [{ id: 'sales', name: 'Sales' }],
      why: { group: { id: 'sales' } },
      dueAt: '2026-03-02T15:00:00.000Z',
    })
    const path = `/api/tasks/${offered.key}`
    await sara.post(`${path}/claim`).expect(200)
    expect(await counts(sara)).toEqual({ ...before, mine: before.mine + 1, today: before.today + 1 })

    await sara
      .put(`${path}/draft`)
      .send({ values: { note: 'half' } })
      .expect(200)
    const { body: detail } = await sara.get(path).expect(200)
    expect(detail).toMatchObject({
      initial: { note: 'half' },
      draft: { values: { note: 'half' } },
      permissions: { claim: false, release: true, complete: true, reassign: false },
      next: [{ elementId: 'approve', name: 'Approve', type: 'userTask' }],
    })
    const { body: completed } = await sara
      .post(`${path}/complete`)
      .send({ values: { note: 'fine' } })
      .expect(200)
    expect(completed).toMatchObject({ instanceKey, completed: false })
    expect(await counts(sara)).toMatchObject({ mine: before.mine, done: before.done + 1 })
    expect(await newest(sara, 'done')).toMatchObject({
      key: offered.key,
      why: 'completed',
      state: 'completed',
    })
  })

  test('[UT7] [UT8] a delegated task is prepared by one and completed by the other', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const path = `/api/tasks/${task.key}`
    await sara.post(`${path}/claim`).expect(200)
    const before = await counts(sara)
    await sara.post(`${path}/delegate`).send({ user: 'nobody' }).expect(422)
    await reza.post(`${path}/delegate`).send({ user: 'reza' }).expect(403)
    const { body: given } = await sara.post(`${path}/delegate`).send({ user: 'reza' }).expect(200)
    expect(given).toMatchObject({ assignee: { id: 'reza' }, owner: { id: 'sara' } })
    expect((await newest(reza, 'mine')).key).toBe(task.key)
    expect(await counts(sara)).toEqual({
      ...before,
      mine: before.mine - 1,
      today: before.today - 1,
      waiting: before.waiting + 1,
    })
    const { body: waiting } = await sara.get('/api/inbox/waiting').expect(200)
    expect(waiting).toMatchObject({
      items: [{ key: task.key, why: 'delegated', assignee: { id: 'reza' } }],
      total: 1,
    })
    expect((await newest(sara, 'waiting')).key).toBe(task.key)
    expect((await sara.get('/api/inbox/waiting?search=nothing').expect(200)).body.total).toBe(0)
    const { body: told } = await sara.get(`/api/instances/${task.instanceKey}/timeline`).expect(200)
    expect(told.at(-1)).toMatchObject({
      kind: 'task_delegated',
      details: { assignee: 'reza', assigneeName: given.assignee.name },
    })
    expect((await reza.get(path).expect(200)).body.permissions).toMatchObject({
      complete: false,
      resolve: true,
      delegate: true,
    })
    const complete = (agent: Agent) => agent.post(`${path}/complete`).send({ values: { note: 'fine' } })
    const { body: refused } = await complete(reza).expect(409)
    expect(refused.code).toBe('task_delegated')
    const { body: back } = await reza.post(`${path}/resolve`).expect(200)
    expect(back).toMatchObject({ assignee: { id: 'sara' }, owner: null })
    expect(await counts(sara)).toEqual(before)
    await complete(sara).expect(200)
  })

  test('[UT5] a task to be followed up later is out of sight until then, and found under later', async () => {
    const instanceKey = await start()
    const task = await newest(sara, 'groups')
    const dana = await demo.as('dana')
    const followUpDate = new Date(demo.clock.at + 60_000).toISOString()
    const before = await counts(sara)
    await dana.patch(`/v2/user-tasks/${task.key}`).send({ changeset: { followUpDate } }).expect(204)
    expect(await counts(sara)).toEqual({
      ...before,
      groups: before.groups - 1,
      today: before.today - 1,
      later: before.later + 1,
    })
    expect(await newest(sara, 'later')).toMatchObject({ instanceKey, followUpAt: followUpDate })
    demo.clock.at += 60_000
    expect(await counts(sara)).toMatchObject({ groups: before.groups, later: before.later })
  })

  test('[UT5] who has a task puts it off and shows it again; nobody else does', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const path = `/api/tasks/${task.key}`
    const at = new Date(demo.clock.at + 60_000).toISOString()
    await sara.put(`${path}/follow-up`).send({ at }).expect(403)
    await sara.post(`${path}/claim`).expect(200)
    const before = await counts(sara)
    await mina.put(`${path}/follow-up`).send({ at }).expect(403)
    const { body: past } = await sara
      .put(`${path}/follow-up`)
      .send({ at: new Date(demo.clock.at).toISOString() })
      .expect(422)
    expect(past.code).toBe('follow_up_not_to_come')

    const { body: row } = await sara.put(`${path}/follow-up`).send({ at }).expect(200)
    expect(row).toMatchObject({ key: task.key, followUpAt: at })
    expect(await counts(sara)).toEqual({
      ...before,
      mine: before.mine - 1,
      today: before.today - 1,
      later: before.later + 1,
    })
    expect((await sara.get(path).expect(200)).body.permissions.followUp).toBe(true)
    await sara.put(`${path}/follow-up`).send({ at: null }).expect(200)
    expect(await counts(sara)).toEqual(before)
    await sara
      .post(`${path}/complete`)
      .send({ values: { note: 'x' } })
      .expect(200)
    await sara.put(`${path}/follow-up`).send({ at }).expect(409)
  })

  test('a form that is not filled is refused field by field, and nothing happens', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const complete = (values: object) => sara.post(`/api/tasks/${task.key}/complete`).send({ values })
    const { body } = await complete({ count: 'many', other: 1 }).expect(400)
    expect(body.code).toBe('form_not_valid')
    expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual(
      expect.arrayContaining([
        ['note', 'required'],
        ['count', 'not_a_number'],
        ['other', 'unknown_field'],
      ]),
    )
    await sara
      .get(`/api/tasks/${task.key}`)
      .expect(200)
      .expect(({ body: { state } }) => expect(state).toBe('created'))
  })

  test('of two who claim, one gets it and the other learns who', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const answers = await Promise.all([sara, reza].map((agent) => agent.post(`/api/tasks/${task.key}/claim`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const lost = answers.find((answer) => answer.status === 409)
    const won = answers.find((answer) => answer.status === 200)
    expect(lost?.body).toMatchObject({ code: 'task_already_assigned', by: won?.body.assignee })
  })

  test('of two who complete, the second learns who was first and when', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const complete = (agent: Agent) =>
      agent.post(`/api/tasks/${task.key}/complete`).send({ values: { note: 'x' } })
    await complete(sara).expect(200)
    const { body } = await complete(reza).expect(409)
    expect(body).toMatchObject({
      code: 'task_already_completed',
      by: { id: 'sara', name: 'Sara Ahmadi' },
      at: expect.any(String),
    })
  })

  test('a call repeated with its Idempotency-Key has one effect and the same answer; another body is refused', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const complete = (note: string) =>
      sara.post(`/api/tasks/${task.key}/complete`).set('Idempotency-Key', 'k1').send({ values: { note } })
    const [first, twin] = await Promise.all([complete('x'), complete('x')])
    expect([first?.status, twin?.status]).toEqual([200, 200])
    const again = await complete('x').expect(200)
    expect(again.body.instanceKey).toBe(first?.body.instanceKey)
    expect((await complete('y').expect(422)).body.code).toBe('idempotency_key_reused')
  })

  test('four eyes: who did the step before may not do this one, nor get it from a manager', async () => {
    await start()
    const check = await newest(sara, 'groups')
    await sara
      .post(`/api/tasks/${check.key}/complete`)
      .send({ values: { note: 'x' } })
      .expect(200)
    const approve = await newest(sara, 'groups')
    expect(approve.elementId).toBe('approve')
    const complete = (agent: Agent, outcome: string | null) =>
      agent.post(`/api/tasks/${approve.key}/complete`).send({ outcome })
    expect((await complete(sara, 'approve').expect(403)).body.code).toBe('four_eyes')
    expect(
      (await mina.post(`/api/tasks/${approve.key}/assign`).send({ user: 'sara' }).expect(403)).body.code,
    ).toBe('four_eyes')
    expect((await complete(mina, null).expect(400)).body.errors[0].code).toBe('outcome_required')
    expect((await complete(mina, 'maybe').expect(400)).body.errors[0].code).toBe('outcome_unknown')
    const { body } = await complete(mina, 'approve').expect(200)
    expect(body.completed).toBe(true)
    const { body: instance } = await mina.get(`/api/instances/${body.instanceKey}`).expect(200)
    expect(instance).toMatchObject({ state: 'completed', variables: { outcome: 'approve', note: 'x' } })
  })

  test('a foreign task is not there for whoever may not see it, but a manager sees it', async () => {
    await start()
    const task = await newest(sara, 'groups')
    const hamid = await demo.as('hamid')
    expect((await hamid.get(`/api/tasks/${task.key}`).expect(404)).body.code).toBe('task_not_found')
    await hamid.post(`/api/tasks/${task.key}/claim`).expect(404)
    const { body } = await (await demo.as('farid')).get(`/api/tasks/${task.key}`).expect(200)
    expect(body).toMatchObject({
      why: 'overview',
      permissions: { claim: false, complete: false, reassign: true },
    })
    expect((await hamid.post('/api/processes/order/start').send({}).expect(403)).body.code).toBe(
      'not_permitted',
    )
  })

  test.each([
    ['part of its name', 'order', true],
    ['its name in other letters', 'CHÉCK  the', true],
    ['its name in another language, with Arabic letters', 'بررسي', true],
    ['words of its name and of its process', 'check verkauf', true],
    ['its process alone', 'VERKAUF', true],
    ['a word that is not there', 'check nothing', false],
    ['what would be a pattern', '*', false],
    ['marks alone', '%_', false],
  ])('a task is found by %s', async (_what, search, found) => {
    const { groups } = await counts(sara)
    const { body } = await sara.get(`/api/inbox/groups?search=${encodeURIComponent(search)}`).expect(200)
    expect(body.total > 0).toBe(found)
    expect(body.total).toBeLessThanOrEqual(groups)
  })

  test('pages neither repeat nor leave out', async () => {
    for (let index = 0; index < 3; index += 1) await start()
    const { groups } = await counts(sara)
    const keys: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const { body } = await sara.get(`/api/inbox/groups?limit=2${query}`).expect(200)
      expect(body.total).toBe(groups)
      keys.push(...body.items.map(({ key }: { key: string }) => key))
      cursor = body.next
    } while (cursor !== null)
    expect(new Set(keys).size).toBe(groups)
    expect(keys).toHaveLength(groups)
  })

  test('the instance shows its token, its way and its story', async () => {
    const key = await start()
    const task = await newest(sara, 'groups')
    await sara
      .post(`/api/tasks/${task.key}/complete`)
      .send({ values: { note: 'x' } })
      .expect(200)
    const { body } = await sara.get(`/api/instances/${key}`).expect(200)
    expect(body).toMatchObject({
      tokens: [{ elementId: 'approve', count: 1, incident: false }],
      taken: ['start-check', 'check-approve'],
      completedElements: ['start', 'check'],
      startedBy: { id: 'sara' },
    })
    const { body: story } = await sara.get(`/api/instances/${key}/timeline`).expect(200)
    expect(
      story.map(({ kind, elementId }: { kind: string; elementId: string }) => `${kind} ${elementId}`),
    ).toEqual([
      'instance_started order',
      'element_entered start',
      'element_completed start',
      'task_created check',
      'task_completed check',
      'task_created approve',
    ])
    const { body: process } = await sara.get('/api/processes/order').expect(200)
    expect(process.elements.approve.active).toBeGreaterThan(0)
    expect(process).toMatchObject({ startable: true, versions: [{ version: 1, by: { id: 'dana' } }] })
  })
})
