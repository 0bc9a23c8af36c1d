import { type TestDatabase, testDatabases } from '../../db/records/testing/test-databases.ts'
import type { Table } from '../../engine/ports/rows.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { AT_ONCE, deployFiles, id } from './testing/deploy-diagrams.ts'
import { PASSWORD } from './testing/people.ts'
import { type ServedCompany, serveCompany } from './testing/served-company.ts'

const fields = [
  { type: 'number', key: 'amount', label: 'Amount', validate: { required: true } },
  { type: 'textfield', key: 'note', label: 'Note' },
]
const form = JSON.stringify({ type: 'default', id: 'ask-form', schemaVersion: 16, components: fields })
const ask = diagram('ask')
  .start()
  .userTask('fill', { candidateGroups: 'sales', formId: 'ask-form' })
  .serviceTask('work', 'ask-work')
  .end()
  .toXml()

const signal = diagram('loud')
  .start()
  .task('cry')
  .end()
  .toXml()
  .replace(
    '</bpmn:process>',
    '<bpmn:intermediateCatchEvent id="heard"><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent></bpmn:process>',
  )
const wordy = diagram('wordy').start().exclusive('split').from('split', { when: '=1 +' }).end().toXml()
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const tables: readonly Table[] = [
  'deployments',
  'processDefinitions',
  'decisions',
  'forms',
  'instances',
  'history',
  'tasks',
  'jobs',
  'timers',
  'subscriptions',
  'messages',
  'incidents',
]

interface Answer {
  readonly status: number
  readonly type: string | null
  readonly body: Readonly<Record<string, unknown>>
}

describe.each(testDatabases)('bad input on %s', (_name, open) => {
  let test: TestDatabase
  let company: ServedCompany
  let task: string
  let instance: string
  beforeAll(async () => {
    test = await open()
    company = await serveCompany(test)
    await deployFiles(company, { 'ask.bpmn': ask, 'ask.form': form })
    const dana = company.client('dana')
    const { processInstanceKey } = await dana.createProcessInstance({ processDefinitionId: id('ask') })
    const { items } = await dana.searchUserTasks({ filter: { processInstanceKey } }, AT_ONCE)
    instance = processInstanceKey
    task = items[0]!.userTaskKey
  })
  afterAll(async () => {
    await company?.close()
    await test?.drop()
  })

  /** Everything the engine keeps, so that a half-written thing shows. */
  const kept = async () => {
    const { store } = company.services.engine
    const rows = await Promise.all(tables.map((table) => store.find(table, { where: [] })))
    return JSON.stringify(rows)
  }
  const send = async (path: string, init: RequestInit, person = 'sara'): Promise<Answer> => {
    const headers = { authorization: company.authorization(person), ...init.headers }
    const answer = await fetch(`${company.url}${path}`, { method: 'POST', ...init, headers })
    const text = await answer.text()
    const body = (text === '' ? {} : JSON.parse(text)) as Answer['body'] // every problem is a JSON object
    return { status: answer.status, type: answer.headers.get('content-type'), body }
  }
  const sendJson = (path: string, body: string, person?: string) =>
    send(`/v2${path}`, { headers: { 'content-type': 'application/json' }, body }, person)
  const deploy = (name: string, content: string) => {
    const body = new FormData()
    body.append('resources', new File([content], name))
    return send('/v2/deployments', { body }, 'dana')
  }
  /** The problem, in its type and with its words, nothing written, and the server still there. */
  const expectProblem = async (asked: () => Promise<Answer>, status: number, code: string) => {
    const before = await kept()
    const answer = await asked()
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.type).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({
      status,
      title: expect.any(String),
      type: `urn:kartabl:problem:${code}`,
    })
    expect(String(answer.body.detail).length).toBeGreaterThan(15)
    expect(await kept()).toBe(before)
    expect((await company.call('dana', 'GET', '/topology')).status).toBe(200)
    return answer
  }

  it.each([
    ['no XML at all', 'a.bpmn', 'not a diagram', 'not_bpmn'],
    ['nothing', 'a.bpmn', '', 'not_bpmn'],
    ['half of a diagram', 'a.bpmn', ask.slice(0, ask.length / 2), 'import_warning'],
    ['another XML', 'a.bpmn', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not_bpmn'],
    ['entities', 'a.bpmn', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'xml_doctype'],
    ['an event without its signal', 'a.bpmn', signal, 'missing_signal'],
    ['a broken condition', 'a.bpmn', wordy, 'bad_expression'],
    ['a form that is no JSON', 'a.form', '{"type":', 'form_not_json'],
  ])('a file with %s is refused with element, cause and remedy', async (_what, name, content, code) => {
    const { body } = await expectProblem(() => deploy(name, content), 400, 'deployment_refused')
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code,
        element: expect.any(String),
        message: expect.stringMatching(/.{15}/),
        remedy: expect.stringMatching(/.{5}/),
      }),
    )
  })

  it.each([
    [
      'variables that are a list',
      '/process-instances',
      '{"processDefinitionId":"ask","variables":[1]}',
      400,
      'invalid_request',
    ],
    [
      'variables that are a text',
      '/process-instances',
      '{"processDefinitionId":"ask","variables":"a=1"}',
      400,
      'invalid_request',
    ],
    [
      'a time to live that is a word',
      '/messages/publication',
      '{"name":"m","timeToLive":"soon"}',
      400,
      'invalid_request',
    ],
    [
      'a negative time to live',
      '/messages/publication',
      '{"name":"m","timeToLive":-1}',
      400,
      'invalid_request',
    ],
    [
      'jobs without a type',
      '/jobs/activation',
      '{"timeout":1000,"maxJobsToActivate":1}',
      400,
      'invalid_request',
    ],
    ['an unknown task', '/user-tasks/987654321/completion', '{}', 404, 'task_not_found'],
    ['a key that is none', '/user-tasks/1%20OR%201=1/completion', '{}', 400, 'invalid_request'],
    ['an unknown job', '/jobs/987654321/completion', '{}', 404, 'job_not_found'],
    [
      'an unknown instance',
      '/process-instances/987654321/cancellation',
      '{}',
      404,
      'process_instance_not_found',
    ],
    ['an unknown incident', '/incidents/987654321/resolution', '{}', 404, 'incident_not_found'],
    ['an unknown route', '/secrets', '{}', 404, 'route_not_found'],
    ['something that is not JSON', '/process-instances', '{"processDefinitionId":', 400, 'body_not_json'],
    ['a list in place of an object', '/process-instances', '[]', 400, 'invalid_request'],
    [
      'a body of more than 1 MB',
      '/process-instances',
      `{"a":"${'x'.repeat(1_100_000)}"}`,
      413,
      'body_too_large',
    ],
    ['a body nested 33 deep', '/process-instances', nested(33), 400, 'body_too_deep'],
    ['a body nested 100,000 deep', '/process-instances', nested(100_000), 400, 'body_too_deep'],
    [
      'the name __proto__',
      '/process-instances',
      '{"processDefinitionId":"ask","variables":{"__proto__":{"a":1}}}',
      400,
      'dangerous_name',
    ],
    [
      'the name constructor far inside',
      '/messages/publication',
      '{"name":"m","variables":{"a":[{"constructor":1}]}}',
      400,
      'dangerous_name',
    ],
  ])('%s: a clear problem, and nothing is written', async (_what, path, body, status, code) => {
    await expectProblem(() => sendJson(path, body, 'dana'), status, code)
  })

  it.each([
    ['a required field is missing', '{}', 'amount'],
    ['a number is a text', '{"amount":"much"}', 'amount'],
    ['a text is an object', '{"amount":1,"note":{"a":1}}', 'note'],
    ['there is a field that the form has not', '{"amount":1,"approved":true}', 'approved'],
  ])('a task stays open when %s, and the field is named', async (_what, variables, field) => {
    const complete = () => sendJson(`/user-tasks/${task}/completion`, `{"variables":${variables}}`)
    const { body } = await expectProblem(complete, 400, 'form_not_valid')
    expect(JSON.stringify(body.errors)).toContain(field)
    const userTaskKey = id<never>(task)
    expect((await company.client('sara').getUserTask({ userTaskKey }, AT_ONCE)).state).toBe('CREATED')
  })

  it('names __proto__ and constructor in a variable filter as it would any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const filter = { processInstanceKey: id<never>(instance), name }
      expect((await company.client('dana').searchVariables({ filter }, AT_ONCE)).items).toEqual([])
    }
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })

  it('tells an expired token from one that is not ours', async () => {
    const login = JSON.stringify({ user: 'sara', password: PASSWORD })
    const signedIn = await send('/api/auth/login', {
      headers: { 'content-type': 'application/json' },
      body: login,
    })
    const { accessToken } = signedIn.body
    const ask = (authorization: string) =>
      send('/v2/authentication/me', { method: 'GET', headers: { authorization } })
    expect((await ask(`Bearer ${accessToken}`)).status).toBe(200)
    await expectProblem(() => ask(`Bearer ${accessToken}x`), 401, 'not_signed_in')
    await expectProblem(() => ask('Bearer'), 401, 'not_signed_in')
    await expectProblem(
      () => ask(`Basic ${Buffer.from('sara:wrong').toString('base64')}`),
      401,
      'invalid_credentials',
    )
    company.clock.at += 11 * 60_000
    await expectProblem(() => ask(`Bearer ${accessToken}`), 401, 'token_expired')
  })

  it('lets the faster of two complete a task, and tells the other who it was and when', async () => {
    const complete = (person: string, amount: number) =>
      sendJson(`/user-tasks/${task}/completion`, `{"variables":{"amount":${amount}}}`, person)
    const answers = await Promise.all([complete('sara', 1), complete('mina', 2)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    const [late] = answers.filter(({ status }) => status === 409)
    const first = answers[0]!.status === 204 ? { id: 'sara', name: 'Sara' } : { id: 'mina', name: 'Mina' }
    const at = new Date(company.clock.at).toISOString()
    expect(late!.body).toMatchObject({ code: 'task_already_completed', by: first, at })
    const again = await expectProblem(() => complete('mina', 3), 409, 'task_already_completed')
    expect(again.body).toMatchObject({ by: first, at })
    const filter = { processInstanceKey: id<never>(instance), name: 'amount' }
    const { items } = await company.client('dana').searchVariables({ filter }, AT_ONCE)
    expect(items).toMatchObject([{ value: first.id === 'sara' ? '1' : '2' }])
  })

  it('refuses a job with a body that is wrong, or that was done already, and writes nothing', async () => {
    const asked = { type: 'ask-work', worker: 'w', timeout: 1000, maxJobsToActivate: 1, requestTimeout: -1 }
    const { jobs } = await company.client('dana').activateJobs(asked)
    const path = `/jobs/${jobs[0]!.jobKey}`
    await expectProblem(
      () => sendJson(`${path}/completion`, '{"variables":[1]}', 'dana'),
      400,
      'invalid_request',
    )
    await expectProblem(() => sendJson(`${path}/error`, '{}', 'dana'), 400, 'invalid_request')
    await jobs[0]!.complete()
    await expectProblem(() => sendJson(`${path}/completion`, '{}', 'dana'), 404, 'job_not_found')
  })
})
