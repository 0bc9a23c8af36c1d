import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const asAbove = { country: null, timeZone: null, week: null, days: [], yearly: [] }

describe('calendars', () => {
  let demo: ServedDemo
  beforeAll(async () => {
    demo = await serveDemo()
  })
  afterAll(() => demo.close())

  test('anyone may read when someone works', async () => {
    const sara = await demo.as('sara')
    const { body } = await sara.get('/api/calendars/user:sara').expect(200)
    expect(body).toMatchObject({
      id: 'user:sara',
      version: 0,
      own: asAbove,
      effective: { timeZone: 'Asia/Tehran', week: { friday: [] } },
      mayChange: false,
    })
    const { body: all } = await sara.get('/api/calendars').expect(200)
    expect(all.items.map(({ id }: { id: string }) => id)).toEqual(['company', 'delivery'])
    await sara.get('/api/calendars/user:nobody').expect(404)
  })

  test('a manager changes those of their own units and people, the company’s only an administrator', async () => {
    const mina = await demo.as('mina')
    const put = (id: string, version = 0) => mina.put(`/api/calendars/${id}`).send({ ...asAbove, version })
    await put('sales').expect(200)
    await put('user:sara').expect(200)
    await put('finance').expect(403)
    await put('user:farid').expect(403)
    await put('company', 1).expect(403)
    await put('nowhere').expect(404)
    const omid = await demo.as('omid')
    const { body } = await omid.get('/api/calendars/company').expect(200)
    const kept = { ...body.own, version: body.version }
    const { body: changed } = await omid.put('/api/calendars/company').send(kept).expect(200)
    expect(changed.version).toBe(body.version + 1)
    const { body: stale } = await omid.put('/api/calendars/company').send(kept).expect(409)
    expect(stale.code).toBe('stale_version')
  })

  test('what can’t be counted by is refused with its reason', async () => {
    const omid = await demo.as('omid')
    const put = (settings: object) =>
      omid.put('/api/calendars/production').send({ ...asAbove, version: 0, ...settings })
    const { body: country } = await put({ country: 'Iran' }).expect(422)
    expect(country.code).toBe('calendar_country_unknown')
    const { body: hours } = await put({
      days: [{ date: '2026-01-01', name: 'x', hours: [['9', '5']] }],
    }).expect(422)
    expect(hours.code).toBe('calendar_hours_invalid')
    await put({ days: [{ date: '1.1.2026', name: 'x', hours: [] }] }).expect(400)
  })

  test('a due date goes by the calendar of a person as it is now', async () => {
    const dana = await demo.as('dana')
    const omid = await demo.as('omid')
    const drawn = diagram('visit')
      .start()
      .userTask('call', {
        candidateUsers: 'yusuf',
        dueDate: 'BP1D',
        properties: { 'kartabl:calendar': '="user:" + who' },
      })
      .end()
    const files = [{ name: 'visit.bpmn', content: drawn.toXml() }]
    await dana.post('/api/deployments').send({ files }).expect(201)
    const dueAt = async () => {
      const start = { process: { id: 'visit' }, variables: { who: 'yusuf' } }
      const done = await demo.server.services.engine.create(start, { by: 'dana' })
      if (!done.ok) throw new Error(done.error.message)
      const [task] = await demo.server.services.engine.store.find('tasks', {
        where: [{ column: 'instance', is: '=', value: done.value.key }],
      })
      return new Date(task!.dueAt!).toISOString()
    }
    // It is Monday, 11:30 in Tehran.
    expect(await dueAt()).toBe('2026-03-03T08:00:00.000Z')
    const days = [{ date: '2026-03-03', name: 'Away', hours: [] }]
    await omid
      .put('/api/calendars/user:yusuf')
      .send({ ...asAbove, days, version: 0 })
      .expect(200)
    expect(await dueAt()).toBe('2026-03-04T08:00:00.000Z')
  })
})
