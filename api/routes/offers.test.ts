import { testDatabases } from '../../db/records/testing/test-databases.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const starters = { properties: { 'kartabl:candidateStarters': 'finance' } }
const claim = diagram('claim', { name: 'Claim', ...starters })
  .start()
  .adHoc(
    'handle',
    (d) =>
      d
        .userTask('call', { name: 'Call the customer', candidateGroups: 'sales' })
        .userTask('note', { candidateGroups: 'sales' })
        .beside()
        .userTask('inspect', { candidateUsers: '=inspector' })
        .beside()
        .task('remind', { name: 'Send a reminder' }),
    { name: 'Handle the claim' },
  )
  .end()
const turns = diagram('turns', starters)
  .start()
  .adHoc('one-by-one', (d) => d.userTask('first', { candidateGroups: 'sales' }).beside().userTask('second'), {
    sequential: true,
    completionCondition: '=enough = true',
  })
  .end()
const offered = diagram('offered', starters)
  .start('begun', { condition: '=amount > 100' })
  .userTask('look', { candidateGroups: 'finance' })
  .end()

describe.each(testDatabases)('activities that people choose, on %s', (_name, open) => {
  let demo: ServedDemo
  beforeAll(async () => {
    demo = await serveDemo({ open })
    const files = [claim, turns, offered].map((drawn, at) => ({ name: `${at}.bpmn`, content: drawn.toXml() }))
    await (await demo.as('dana')).post('/api/deployments').send({ files }).expect(201)
  })
  afterAll(() => demo.close())

  const start = async (id: string, variables = {}): Promise<string> => {
    const begun = await demo.server.services.engine.create({ process: { id }, variables }, { by: 'elena' })
    if (!begun.ok) throw new Error(begun.error.message)
    return String(begun.value.key)
  }
  const inbox = async (person: string, key: string) => {
    const { body } = await (await demo.as(person)).get('/api/inbox/offers?limit=200').expect(200)
    return body.items.find(({ instanceKey }: { instanceKey: string }) => instanceKey === key)
  }
  const names = (offer: { activities: { elementId: string }[] }) =>
    offer.activities.map(({ elementId }) => elementId)

  test('come into the inbox of those they name, who see the case', async () => {
    const key = await start('claim', { inspector: 'hamid' })
    const offer = await inbox('sara', key)
    expect(offer).toMatchObject({ name: 'Handle the claim', processName: 'Claim', active: 0, finish: true })
    expect(names(offer)).toEqual(['call', 'remind'])
    expect(names(await inbox('hamid', key))).toEqual(['inspect', 'remind'])
    expect(await inbox('yusuf', key)).toBeUndefined()
    await (await demo.as('sara')).get(`/api/instances/${key}/offers`).expect(200)
    await (await demo.as('yusuf')).get(`/api/instances/${key}/offers`).expect(404)
    await (await demo.as('yusuf'))
      .post(`/api/offers/${offer.key}/begin`)
      .send({ elementId: 'remind' })
      .expect(404)
  })

  test('are begun as often as people like, and once by a call that is repeated', async () => {
    const key = await start('claim', { inspector: 'hamid' })
    const sara = await demo.as('sara')
    const { key: offer } = await inbox('sara', key)
    const begin = (elementId: string) => sara.post(`/api/offers/${offer}/begin`).send({ elementId })
    const first = await begin('call').set('Idempotency-Key', 'once').expect(200)
    const again = await begin('call').set('Idempotency-Key', 'once').expect(200)
    expect(again.body).toEqual(first.body)
    const task = await sara.get(`/api/tasks/${first.body.taskKey}`).expect(200)
    expect(task.body).toMatchObject({ elementId: 'call', instanceKey: key })
    expect((await inbox('sara', key)).active).toBe(1)
    await begin('call').expect(200)
    expect((await inbox('sara', key)).active).toBe(2)
    expect((await begin('remind').expect(200)).body.taskKey).toBeNull()
    const refused = await begin('inspect').expect(403)
    expect(refused.body.code).toBe('not_permitted')
    expect((await begin('note').expect(409)).body.code).toBe('ad_hoc_not_allowed')
  })

  test('end when somebody says that the work is done, with what is still open', async () => {
    const key = await start('claim', { inspector: 'hamid' })
    const hamid = await demo.as('hamid')
    const { key: offer } = await inbox('hamid', key)
    await hamid.post(`/api/offers/${offer}/begin`).send({ elementId: 'inspect' }).expect(200)
    await hamid.post(`/api/offers/${offer}/finish`).expect(204)
    expect(await inbox('sara', key)).toBeUndefined()
    expect((await hamid.post(`/api/offers/${offer}/finish`).expect(404)).body.code).toBe('ad_hoc_not_found')
    const told = (await hamid.get(`/api/instances/${key}/timeline`).expect(200)).body
    expect(
      told.map(({ kind, elementId }: { kind: string; elementId: string }) => `${kind} ${elementId}`),
    ).toEqual(
      expect.arrayContaining(['activity_begun inspect', 'task_canceled inspect', 'choice_ended handle']),
    )
  })

  test('are not counted while their instance is suspended: nothing can be begun there', async () => {
    const key = await start('claim', { inspector: 'hamid' })
    const sara = await demo.as('sara')
    const total = async () => (await sara.get('/api/inbox/offers?limit=200').expect(200)).body.total
    const before = await total()
    await (await demo.as('dana')).post(`/api/instances/${key}/suspend`).expect(200)
    expect(await inbox('sara', key)).toBeUndefined()
    expect(await total()).toBe(before - 1)
  })

  test('wait for their turn in a sequential one, which ends by its own condition', async () => {
    const key = await start('turns')
    const sara = await demo.as('sara')
    const offer = await inbox('sara', key)
    expect([offer.finish, names(offer)]).toEqual([false, ['first', 'second']])
    await sara.post(`/api/offers/${offer.key}/begin`).send({ elementId: 'first' }).expect(200)
    const open = (await inbox('sara', key)).activities.filter(({ now }: { now: boolean }) => now)
    expect(open).toEqual([])
    await sara.post(`/api/offers/${offer.key}/begin`).send({ elementId: 'first' }).expect(409)
    await sara.post(`/api/offers/${offer.key}/finish`).expect(409)
  })

  test('a process that begins with a condition is begun by whoever may publish messages', async () => {
    const dana = await demo.as('dana')
    const ask = (amount: number) =>
      dana.post('/api/conditions/evaluation').send({ processId: 'offered', variables: { amount } })
    expect((await ask(50).expect(200)).body.instanceKeys).toEqual([])
    const { body } = await ask(150).expect(200)
    expect(body.instanceKeys).toHaveLength(1)
    await (await demo.as('sara')).post('/api/conditions/evaluation').send({}).expect(403)
  })
})
