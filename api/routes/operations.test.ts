import { testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { deleteExpired } from '../retention/delete-expired.ts'
import { foldEnded } from '../statistics/fold-ended.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const DAY = 86_400_000
const order = (task: string, properties = {}) =>
  diagram('order', { properties }).start().userTask(task, { assignee: 'dana' }).end().toXml()
const kept = diagram('kept', { properties: { 'kartabl:retention': 'forever' } })
  .start()
  .end()
  .toXml()
const brief = diagram('brief', { properties: { 'kartabl:retention': 'P1D' } })
  .start()
  .end()
  .toXml()

describe.each(testDatabases)('operating instances on %s', (_name, open) => {
  let demo: ServedDemo
  let dana: Awaited<ReturnType<ServedDemo['as']>>
  beforeEach(async () => {
    demo = await serveDemo({ open })
    dana = await demo.as('dana')
    await deploy({ 'order.bpmn': order('approve'), 'kept.bpmn': kept, 'brief.bpmn': brief })
  })
  afterEach(() => demo.close())

  const engine = () => demo.server.services.engine
  const deploy = (files: Record<string, string>) =>
    dana
      .post('/api/deployments')
      .send({ files: Object.entries(files).map(([name, content]) => ({ name, content })) })
      .expect(201)
  const start = async (id = 'order', variables = {}) => {
    const made = await engine().create({ process: { id }, variables }, { by: 'dana' })
    if (!made.ok) throw new Error(made.error.message)
    return made.value.key
  }
  const definition = async (version: number) =>
    String((await engine().definitions.byId('order', version))!.key)
  const tasksOf = async (key: number) => (await dana.get(`/api/instances/${key}`).expect(200)).body.tasks

  it('suspends and resumes: its tasks are shown as suspended and refuse what is done to them', async () => {
    const key = await start()
    const suspended = await dana.post(`/api/instances/${key}/suspend`).expect(200)
    expect(suspended.body).toMatchObject({ state: 'active', suspended: true })
    const [task] = await tasksOf(key)
    expect(task).toMatchObject({ suspended: true, state: 'created' })
    const { permissions } = (await dana.get(`/api/tasks/${task.key}`).expect(200)).body
    expect(Object.values(permissions)).not.toContain(true)
    const refused = await dana.post(`/api/tasks/${task.key}/complete`).send({}).expect(409)
    expect(refused.body).toMatchObject({ code: 'instance_suspended' })
    const { body } = await dana.get('/api/inbox/mine').expect(200)
    expect(body.items.find((one: { key: string }) => one.key === task.key)).toMatchObject({ suspended: true })
    await dana.post(`/api/instances/${key}/resume`).expect(200)
    await dana.post(`/api/instances/${key}/resume`).expect(409)
    await dana.post(`/api/tasks/${task.key}/complete`).send({}).expect(200)
    const timeline = await dana.get(`/api/instances/${key}/timeline`).expect(200)
    const kinds = timeline.body.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['instance_suspended', 'instance_resumed']))
  })

  it('restarts what has ended, with the variables it began with or ended with', async () => {
    const key = await start('order', { amount: 5 })
    await dana.post(`/api/instances/${key}/restart`).send({}).expect(409)
    const set = { amount: 7 }
    await engine().execute(key, { type: 'setVariables', key, variables: set, local: true }, { by: 'dana' })
    await dana.post(`/api/instances/${key}/cancel`).expect(200)
    const again = async (body: object) => {
      const made = await dana.post(`/api/instances/${key}/restart`).send(body).expect(201)
      return (await dana.get(`/api/instances/${made.body.instanceKey}`).expect(200)).body
    }
    expect((await again({})).variables).toEqual({ amount: 5 })
    expect((await again({ variables: 'last' })).variables).toEqual({ amount: 7 })
    const atTask = await again({ variables: { amount: 9 }, startAt: ['approve'] })
    expect([atTask.variables, atTask.completedElements]).toEqual([{ amount: 9 }, []])
  })

  it('tells for every running instance what migrating would do, and changes nothing', async () => {
    const keys = [await start(), await start(), await start()]
    await deploy({ 'order.bpmn': order('decide') })
    const [from, to] = [await definition(1), await definition(2)]
    const plan = async (body: object) =>
      (
        await dana
          .post('/api/migration-plan')
          .send({ from, to, ...body })
          .expect(200)
      ).body
    const first = await plan({ limit: 2 })
    expect(first).toMatchObject({
      total: 3,
      items: [
        { instanceKey: String(keys[0]), verdict: 'needs_mapping', problems: [{ elementId: 'approve' }] },
        { instanceKey: String(keys[1]), verdict: 'needs_mapping' },
      ],
    })
    const rest = await plan({ limit: 2, cursor: first.next })
    expect([rest.items.length, rest.next]).toEqual([1, null])
    const mapped = await plan({ mapping: { approve: 'decide' } })
    expect(mapped.items.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'automatic',
      'automatic',
      'automatic',
    ])
    const odd = await plan({ mapping: { approve: 'start' } })
    expect(odd.items[0]).toMatchObject({
      verdict: 'impossible',
      problems: [{ message: expect.stringContaining('userTask') }],
    })
    expect((await engine().store.get('instances', keys[0]!))!.definition).toBe(Number(from))
  })

  it('deletes what has ended, one by one or in bulk, by administrators only', async () => {
    const [one, other, running] = [await start('kept'), await start('kept'), await start()]
    const omid = await demo.as('omid')
    await dana.delete(`/api/instances/${one}`).expect(403)
    await omid.delete(`/api/instances/${running}`).expect(409)
    await omid.delete(`/api/instances/${one}`).expect(204)
    await omid.get(`/api/instances/${one}`).expect(404)
    const filter = { processDefinitionId: { $in: ['kept', 'order'] } }
    const { body } = await omid.post('/api/instances/deletion').send({ filter }).expect(200)
    while (await demo.server.services.batches.turn());
    await omid.get(`/api/instances/${other}`).expect(404)
    await omid.get(`/api/instances/${running}`).expect(200)
    const done = await omid.get(`/v2/batch-operations/${body.batchOperationKey}`).expect(200)
    expect(done.body).toMatchObject({
      batchOperationType: 'DELETE_PROCESS_INSTANCE',
      operationsCompletedCount: 1,
    })
  })

  it('deletes what ended longer ago than it is kept, unless its process says otherwise', async () => {
    const [forever, short, usual, running] = [
      await start('kept'),
      await start('brief'),
      await start(),
      await start(),
    ]
    await dana.post(`/api/instances/${usual}/cancel`).expect(200)
    const left = async () => {
      const rows = await engine().store.find('instances', { where: [], columns: ['key'] })
      return [forever, short, usual, running].filter((key) => rows.some((row) => row.key === key))
    }
    const expire = (days: number) =>
      deleteExpired(engine(), { keep: 'P30D', now: demo.clock.at + days * DAY })
    expect([await expire(0.5), await left()]).toEqual([0, [forever, short, usual, running]])
    expect([await expire(2), await left()]).toEqual([1, [forever, usual, running]])
    expect([await expire(40), await left()]).toEqual([1, [forever, running]])
    expect(
      await engine().store.find('history', { where: [{ column: 'instance', is: '=', value: usual }] }),
    ).toEqual([])
  })

  it('counts element instances of ended and running instances alike, before and after they are summed up', async () => {
    const [first, second] = [await start(), await start(), await start()]
    await dana.post(`/api/instances/${first}/cancel`).expect(200)
    const [task] = await tasksOf(second)
    await dana.post(`/api/tasks/${task.key}/complete`).send({}).expect(200)
    const counts = async () => {
      const path = `/v2/process-definitions/${await definition(1)}/statistics/element-instances`
      const { items } = (await dana.post(path).send({}).expect(200)).body as {
        items: Record<string, unknown>[]
      }
      return items.toSorted((a, b) => String(a.elementId).localeCompare(String(b.elementId)))
    }
    const expected = [
      { elementId: 'approve', active: 1, canceled: 1, incidents: 0, completed: 1 },
      { elementId: 'end', active: 0, canceled: 0, incidents: 0, completed: 1 },
      { elementId: 'start', active: 0, canceled: 0, incidents: 0, completed: 3 },
    ]
    expect(await counts()).toEqual(expected)
    await foldEnded(engine(), demo.clock.at)
    expect(await engine().store.count('elementStatistics', [])).toBe(0)
    demo.clock.at += 2 * 60_000
    await foldEnded(engine(), demo.clock.at)
    await foldEnded(engine(), demo.clock.at)
    const sums = await engine().store.get('elementStatistics', Number(await definition(1)))
    expect([sums!.instances, await counts()]).toEqual([2, expected])
    const omid = await demo.as('omid')
    await omid.delete(`/api/instances/${first}`).expect(204)
    expect(await counts()).toEqual(expected)
  })
})
