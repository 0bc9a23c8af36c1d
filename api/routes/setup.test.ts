import { diagram } from '../../engine/testing/diagram.ts'
import { serveDemo } from '../testing/served-demo.ts'

test('an empty company waits for its first administrator, once', async () => {
  const demo = await serveDemo({ empty: true })
  const nobody = await demo.as(null)
  expect((await nobody.get('/api/setup').expect(200)).body).toEqual({ needed: true, demoLogins: [] })
  const company = { name: 'Acme', language: 'en', timeZone: 'Europe/Paris', currency: 'EUR' }
  const administrator = { user: 'ada', name: 'Ada', password: 'a good long password', email: null }
  await nobody
    .post('/api/setup')
    .send({ company: { ...company, timeZone: 'Mars/North' }, administrator })
    .expect(400)
  await nobody.post('/api/setup').send({ company, administrator }).expect(204)
  expect((await nobody.post('/api/setup').send({ company, administrator }).expect(409)).body.code).toBe(
    'company_exists',
  )
  expect((await nobody.get('/api/setup').expect(200)).body.needed).toBe(false)
  const { body } = await nobody
    .post('/api/auth/login')
    .send({ user: 'ada', password: administrator.password })
    .expect(200)
  expect(body.me).toMatchObject({
    roles: expect.arrayContaining(['administrator']),
    company: { name: 'Acme', demo: false },
  })
  const changed = await nobody
    .patch('/api/me')
    .auth('ada', administrator.password)
    .send({ language: 'fa', theme: 'dark' })
  expect(changed.body).toMatchObject({ language: 'fa', theme: 'dark' })
  await demo.close()
})

test('the time zone of a company that was just set up is that of its timers at once', async () => {
  const demo = await serveDemo({ empty: true })
  const company = { name: 'Acme', language: 'fa', timeZone: 'Asia/Tehran', currency: 'IRR' }
  const administrator = { user: 'ada', name: 'Ada', password: 'a good long password', email: null }
  await (await demo.as(null)).post('/api/setup').send({ company, administrator }).expect(204)
  const { engine } = demo.server.services
  const report = diagram('report').start('nine', { date: '2026-03-03T09:00:00' }).end().toXml()
  expect((await engine.deploy([{ name: 'report.bpmn', content: report }], 'ada')).ok).toBe(true)
  const [timer] = await engine.store.find('timers', { where: [] })
  expect(new Date(timer?.dueAt ?? 0).toISOString()).toBe('2026-03-03T05:30:00.000Z')
  await demo.close()
})
