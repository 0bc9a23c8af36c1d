import { testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { mayWatch } from '../realtime/may-watch.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { dealFiles, dealHandlers } from '../testing/small-deals.ts'

type Agent = Awaited<ReturnType<ServedDemo['as']>>

/** Every fortieth party of the demo company is secret. */
const SECRET_PARTY = '40'
const starters = (names: string) => ({ properties: { 'kartabl:candidateStarters': names } })

const diagrams = {
  complaint: diagram('complaint', {
    properties: { 'kartabl:record': 'opportunity:dealId', 'kartabl:candidateStarters': 'service' },
  })
    .start()
    .userTask('refund', { candidateGroups: 'finance' })
    .end(),
  free: diagram('free').start().userTask('read', { candidateUsers: 'omid' }).end(),
  closed: diagram('closed', starters('finance'))
    .start()
    .userTask('pack', { candidateGroups: 'warehouse' })
    .userTask('check', { candidateGroups: 'finance' })
    .end(),
  outer: diagram('outer', starters('finance')).start().callActivity('call', 'inner').end(),
  inner: diagram('inner', starters('nobody')).start().userTask('weigh', { assignee: 'yusuf' }).end(),
  stuck: diagram('stuck', starters('purchase'))
    .start()
    .exclusive('split')
    .from('split', { when: '=missing > 1' })
    .end('a'),
}

const files = [
  ...dealFiles,
  ...Object.entries(diagrams).map(([id, drawn]) => ({ name: `${id}.bpmn`, content: drawn.toXml() })),
]

describe.each(testDatabases)('instances that a person may see on %s', (_name, open) => {
  let demo: ServedDemo
  /** What each instance is for, by its key. */
  const names = new Map<string, string>()
  beforeAll(async () => {
    demo = await serveDemo({ handlers: dealHandlers, open })
    const [dana, sara, mina] = await Promise.all(['dana', 'sara', 'mina'].map(demo.as))
    await dana!.post('/api/deployments').send({ files }).expect(201)
    const deal = await openDeal(sara!, '1', 'deal')
    const secret = await openDeal(mina!, SECRET_PARTY, 'secret')
    await begin('dana', 'complaint', { dealId: deal })
    await begin('dana', 'complaint', { dealId: secret }, 'hidden complaint')
    await begin('dana', 'free')
    await begin('elena', 'closed')
    await begin('elena', 'outer')
    await begin('dana', 'stuck')
    const [inner] = await demo.server.services.engine.store.find('instances', {
      where: [{ column: 'parent', is: '>', value: 0 }],
    })
    names.set(String(inner?.key), 'inner')
    await packAndEnd(await demo.as('hamid'))
  })
  afterAll(() => demo.close())

  async function openDeal(agent: Agent, partyId: string, name: string): Promise<string> {
    demo.clock.at += 1000
    const { body } = await agent.post('/api/records/opportunities').send({ partyId, title: name }).expect(201)
    names.set(body.instanceKey, name)
    return body.id
  }

  async function begin(by: string, id: string, variables = {}, name = id): Promise<void> {
    demo.clock.at += 1000
    const started = await demo.server.services.engine.create({ process: { id }, variables }, { by })
    if (!started.ok) throw new Error(started.error.message)
    names.set(String(started.value.key), name)
  }

  async function packAndEnd(hamid: Agent): Promise<void> {
    const { body } = await hamid.get('/api/inbox/groups').expect(200)
    await hamid.post(`/api/tasks/${body.items[0].key}/complete`).send({}).expect(200)
  }

  const named = (keys: Iterable<string>) => [...new Set(keys)].map((key) => names.get(key) ?? key).toSorted()
  const keyOf = (wanted: string) => [...names].find(([, name]) => name === wanted)?.[0] ?? ''
  const listed = async (agent: Agent, query = '') => {
    const { body } = await agent.get(`/api/instances?limit=100${query}`).expect(200)
    expect(body.total).toBe(body.items.length)
    return named(body.items.map(({ key }: { key: string }) => key))
  }
  const found = async (agent: Agent, what: string) => {
    const { body } = await agent
      .post(`/v2/${what}/search`)
      .send({ page: { limit: 1000 } })
      .expect(200)
    return named(body.items.map((item: { processInstanceKey: string }) => item.processInstanceKey))
  }

  test.each<[string, string, string[]]>([
    [
      'sales see where their unit has tasks, complaints about deals they see, and what everybody may start',
      'sara',
      ['complaint', 'deal', 'free', 'secret'],
    ],
    ['managers see all, even of secret customers', 'mina', [...everything()]],
    [
      'finance see what they may start, with what that calls, and where they have a task',
      'elena',
      ['closed', 'complaint', 'free', 'hidden complaint', 'inner', 'outer'],
    ],
    ['who did a task goes on seeing where', 'hamid', ['closed', 'free']],
    ['who has a task in what was called sees that, and not the caller', 'yusuf', ['free', 'inner']],
    ['purchase see what stands still, as they may start it', 'tomas', ['free', 'stuck']],
    ['designers see all', 'dana', [...everything()]],
  ])('%s', async (_what, person, expected) => {
    expect(await listed(await demo.as(person))).toEqual(expected)
  })

  function everything() {
    return ['closed', 'complaint', 'deal', 'free', 'hidden complaint', 'inner', 'outer', 'secret', 'stuck']
  }

  test('lists, single reads, the public contract and sockets agree', async () => {
    const watchable = mayWatch(demo.server.services)
    for (const id of ['sara', 'elena', 'yusuf', 'tomas', 'mina']) {
      const agent = await demo.as(id)
      const seen = await listed(agent)
      const user = await demo.server.services.people.current(id, { family: null, epoch: 1 })
      if (typeof user === 'string') throw new Error(`${id} is ${user}`)
      for (const [key, name] of names) {
        const expected = seen.includes(name)
        const { status } = await agent.get(`/api/instances/${key}`)
        expect([id, name, status]).toEqual([id, name, expected ? 200 : 404])
        expect([id, name, await watchable(user, { kind: 'instance', key })]).toEqual([id, name, expected])
      }
      for (const what of ['process-instances', 'element-instances'])
        expect([id, what, await found(agent, what)]).toEqual([id, what, seen])
      expect(seen).toEqual(expect.arrayContaining(await found(agent, 'variables')))
      expect([id, await found(agent, 'incidents')]).toEqual([id, seen.filter((name) => name === 'stuck')])
    }
  })

  test.each([
    ['get', '/api/instances/KEY/timeline'],
    ['get', '/v2/process-instances/KEY'],
    ['get', '/v2/process-instances/KEY/sequence-flows'],
    ['get', '/v2/process-instances/KEY/statistics/element-instances'],
    ['get', '/v2/process-instances/KEY/call-hierarchy'],
    ['post', '/v2/process-instances/KEY/incidents/search'],
    ['get', '/v2/element-instances/KEY'],
  ] as const)('%s %s is there for who may see the instance and for nobody else', async (method, path) => {
    const yusuf = await demo.as('yusuf')
    const statusOf = async (name: string) =>
      (await yusuf[method](path.replace('KEY', keyOf(name))).send(method === 'post' ? {} : undefined)).status
    expect([await statusOf('inner'), await statusOf('outer')]).toEqual([200, 404])
  })

  test('what is hidden is not found by its key either, nor told by whom it was called', async () => {
    const [yusuf, elena] = [await demo.as('yusuf'), await demo.as('elena')]
    expect(await listed(yusuf, `&search=${keyOf('outer')}`)).toEqual([])
    expect(await listed(elena, `&search=${keyOf('outer')}`)).toEqual(['outer'])
    const parent = async (agent: Agent) =>
      (await agent.get(`/api/instances/${keyOf('inner')}`).expect(200)).body.parent
    expect(await parent(yusuf)).toBeNull()
    expect(await parent(elena)).toMatchObject({ instanceKey: keyOf('outer') })
    const callers = async (agent: Agent) =>
      (await agent.get(`/v2/process-instances/${keyOf('inner')}/call-hierarchy`).expect(200)).body.length
    expect([await callers(yusuf), await callers(elena)]).toEqual([1, 2])
    const missing = await yusuf.get('/api/instances/999999').expect(404)
    const hidden = await yusuf.get(`/api/instances/${keyOf('outer')}`).expect(404)
    expect(hidden.body.code).toBe(missing.body.code)
  })
})
