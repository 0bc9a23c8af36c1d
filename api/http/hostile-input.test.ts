import supertest from 'supertest'
import { diagram } from '../../engine/testing/diagram.ts'
import { type ServedDemo, serveDemo } from '../testing/served-demo.ts'

const nested = (depth: number) => `{"values":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

describe('hostile input', () => {
  let demo: ServedDemo
  let dana: Awaited<ReturnType<ServedDemo['as']>>
  beforeAll(async () => {
    demo = await serveDemo()
    dana = await demo.as('dana')
  })
  afterAll(() => demo.close())

  const post = (path: string, body: string) =>
    dana.post(path).set('Content-Type', 'application/json').send(body)

  test.each([
    ['a dangerous name at the top', '{"__proto__":{"a":1}}', 400, 'dangerous_name'],
    ['a dangerous name far inside', '{"values":{"a":[{"constructor":1}]}}', 400, 'dangerous_name'],
    ['a body nested 33 levels deep', nested(33), 400, 'body_too_deep'],
    ['an unknown property', '{"admin":true}', 400, 'invalid_request'],
    ['something that is not JSON', '{"values":', 400, 'body_not_json'],
    ['a body above 1 MB', JSON.stringify({ values: { a: 'x'.repeat(1_100_000) } }), 413, 'body_too_large'],
    ['a body that is no object', '[]', 400, 'invalid_request'],
  ])('%s is a clear problem', async (_what, body, status, code) => {
    const answer = await post('/api/processes/none/start', body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({ status, requestId: expect.any(String), detail: expect.any(String) })
  })

  test('32 levels are enough for everybody', async () => {
    const answer = await post('/api/processes/none/start', '{"values":{"a":1}}')
    expect(answer.body.code).toBe('process_not_found')
  })

  test.each([
    ['an unknown sort', '/api/inbox/mine?sort=name;drop'],
    ['an unknown parameter', '/api/inbox/mine?where=1'],
    ['a limit out of range', '/api/inbox/mine?limit=100000'],
    ['a view that is none', '/api/inbox/everyone'],
    ['a key that is none', '/api/tasks/1%20OR%201=1'],
  ])('%s is refused', async (_what, path) => {
    expect((await dana.get(path).expect(400)).body.code).toBe('invalid_request')
  })

  test('a cursor that somebody made up begins at the beginning', async () => {
    await dana.get('/api/inbox/mine?cursor=%27%3B--').expect(200)
  })

  test('a broken diagram is refused with every problem, and a file outside of the folder is none', async () => {
    const deploy = (name: string, content: string) =>
      dana.post('/api/deployments').send({ files: [{ name, content }] })
    const broken = await deploy('x.bpmn', '<!DOCTYPE x [<!ENTITY a "b">]><x/>').expect(400)
    expect(broken.body).toMatchObject({ code: 'deployment_refused', problems: [{ code: 'xml_doctype' }] })
    expect((await deploy('../x.bpmn', '<x/>').expect(400)).body.code).toBe('invalid_request')
  })

  test('a diagram may be sent as the body itself', async () => {
    const xml = diagram('raw').start().end().toXml()
    const { body } = await dana
      .post('/api/deployments?name=raw.bpmn')
      .set('Content-Type', 'text/xml')
      .send(xml)
      .expect(201)
    expect(body.resources).toMatchObject([{ kind: 'process', id: 'raw', version: 1, isNew: true }])
    const { headers, text } = await dana
      .get(`/api/definitions/${body.resources[0].definitionKey}/xml`)
      .buffer(true)
      .expect(200)
    expect(text).toBe(xml)
    expect(headers['content-disposition']).toContain('raw-1.bpmn')
    const { body: outline } = await dana
      .get(`/api/definitions/${body.resources[0].definitionKey}/outline`)
      .expect(200)
    expect(outline.map(({ id }: { id: string }) => id)).toEqual(['raw', 'start', 'end'])
  })

  test('diagrams may be sent as a form with files, and a form that is none of that is a clear problem', async () => {
    const xml = diagram('uploaded').start().end().toXml()
    const post = () => dana.post('/api/deployments')
    const file = (name: string) => ({ filename: name, contentType: 'text/xml' })
    const { body } = await post().attach('files', Buffer.from(xml), file('uploaded.bpmn')).expect(201)
    expect(body.resources).toMatchObject([{ kind: 'process', id: 'uploaded', version: 1, isNew: true }])
    const refused = [
      await post().attach('other', Buffer.from(xml), file('uploaded.bpmn')),
      await post().attach('files', Buffer.from(xml), file('uploaded.exe')),
      await post().attach('files', Buffer.from([0xff, 0xfe]), file('uploaded.bpmn')),
      await post().field('files', xml),
      await post().set('Content-Type', 'multipart/form-data; boundary=x').send('no such boundary'),
      await post().attach('files', Buffer.alloc(4_300_000, 32), file('large.bpmn')),
    ]
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'files_not_deployable'],
      [400, 'files_not_deployable'],
      [400, 'files_not_deployable'],
      [400, 'files_not_deployable'],
      [400, 'multipart_not_valid'],
      [413, 'body_too_large'],
    ])
    await (await demo.as('sara'))
      .post('/api/deployments')
      .attach('files', Buffer.from(xml), file('x.bpmn'))
      .expect(403)
  })

  test('nothing is served without being described, and pages cannot be framed or run foreign scripts', async () => {
    const { body, headers } = await supertest(demo.url).get('/api/secret').expect(404)
    expect(body.code).toBe('route_not_found')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['x-powered-by']).toBeUndefined()
  })
})
