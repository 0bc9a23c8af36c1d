import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'
import { dealFiles, dealHandlers } from '../testing/small-deals.ts'

describe('records', () => {
  let demo: ServedDemo
  let sara: Awaited<ReturnType<ServedDemo['as']>>
  beforeAll(async () => {
    demo = await serveDemo({ handlers: dealHandlers })
    sara = await demo.as('sara')
    const dana = await demo.as('dana')
    await dana.post('/api/deployments').send({ files: dealFiles }).expect(201)
  })
  afterAll(() => demo.close())

  test('a new deal comes with its process, and its task knows it', async () => {
    const { body: parties } = await sara.get('/api/records/parties?limit=1').expect(200)
    const [party] = parties.items
    const title = 'Fourteen pumps'
    const { body: created } = await sara
      .post('/api/records/opportunities')
      .send({ partyId: party.id, title })
      .expect(201)
    const { body: deal } = await sara.get(`/api/records/opportunities/${created.id}`).expect(200)
    expect(deal).toMatchObject({
      title,
      party: { id: party.id, name: party.name },
      owner: { id: 'sara' },
      currency: 'EUR',
      instanceKey: created.instanceKey,
      tasks: [
        {
          name: 'Define items',
          subject: { kind: 'opportunity', id: created.id, title, partyName: party.name },
        },
      ],
    })
    const { body: found } = await sara.get('/api/inbox/groups?search=fourteen').expect(200)
    expect(found.items.map(({ key }: { key: string }) => key)).toEqual([deal.tasks[0].key])
    const { body: task } = await sara.get(`/api/tasks/${deal.tasks[0].key}`).expect(200)
    expect(task.record).toMatchObject({
      id: created.id,
      items: [],
      total: { amount: '0.00', currency: 'EUR' },
    })
    await (await demo.as('hamid')).get(`/api/records/opportunities/${created.id}`).expect(404)
  })

  test('a deal that is sent twice with its Idempotency-Key is one deal', async () => {
    const { body: parties } = await sara.get('/api/records/parties?limit=1').expect(200)
    const deal = { partyId: parties.items[0].id, title: 'Only once' }
    const send = () =>
      sara.post('/api/records/opportunities').set('Idempotency-Key', 'once').send(deal).expect(201)
    const [one, twin] = await Promise.all([send(), send()])
    expect(twin.body).toEqual(one.body)
    expect((await send()).body).toEqual(one.body)
    expect((await sara.get('/api/records/opportunities?search=only once').expect(200)).body.total).toBe(1)
  })

  test('a deal that cannot be made leaves no process behind', async () => {
    const count = async () => (await sara.get('/api/instances').expect(200)).body.total
    const before = await count()
    const { body: parties } = await sara.get('/api/records/parties?limit=2').expect(200)
    const [one, other] = parties.items
    const { body: foreign } = await sara.get(`/api/records/parties/${other.id}`).expect(200)
    const wrong = { partyId: one.id, contactId: foreign.contacts[0].id, title: 'x' }
    const { body: refused } = await sara.post('/api/records/opportunities').send(wrong).expect(422)
    expect(refused).toMatchObject({
      code: 'handler_rejected',
      reason: 'contact_of_other_party',
      element: 'open',
    })
    const unseen = { partyId: '999999', title: 'x' }
    const { body: wrongParty } = await sara.post('/api/records/opportunities').send(unseen).expect(400)
    expect(wrongParty.errors).toMatchObject([{ path: 'partyId', code: 'record_not_found' }])
    expect(await count()).toBe(before)
  })

  test.each(['party', 'contact', 'product', 'person', 'unit', 'lost-reason'])(
    'looks up a %s',
    async (kind) => {
      const { body } = await sara.get(`/api/lookup/${kind}?limit=3`).expect(200)
      expect(body.items.length).toBeGreaterThan(0)
      const [entry] = body.items
      const { body: chosen } = await sara.get(`/api/lookup/${kind}?value=${entry.value}`).expect(200)
      expect(chosen.items).toEqual([entry])
    },
  )

  test('lists deals, products, people and units', async () => {
    expect((await sara.get('/api/records/opportunities?owner=sara').expect(200)).body.total).toBeGreaterThan(
      0,
    )
    const { body: products } = await sara.get('/api/records/products?search=pump').expect(200)
    expect(products.items[0].price).toMatchObject({ currency: 'EUR' })
    await sara.get(`/api/records/products/${products.items[0].id}`).expect(200)
    expect((await sara.get('/api/people?search=sara').expect(200)).body.items[0]).toMatchObject({
      id: 'sara',
    })
    expect((await sara.get('/api/units').expect(200)).body.items.length).toBe(9)
  })
})
