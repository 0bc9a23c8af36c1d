import { decisionText, modelText, tableText } from '../dmn/testing/model-text.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const bpmn = (id: string, task = 'a') => ({
  name: `${id}.bpmn`,
  content: diagram(id).start().userTask(task).end().toXml(),
})

const dmn = (result: string) => ({
  name: 'limits.dmn',
  content: modelText(
    decisionText('limit', tableText('hitPolicy="FIRST"', ['<output id="out"/>'], [['-', result]])),
  ),
})

const form = { name: 'offer.form', content: '{"id":"offer","components":[]}' }

test('[DE1] all problems of all files are told at once, and nothing is deployed', async () => {
  const { engine } = await TestEngine.open()
  const files = [
    bpmn('good'),
    { name: 'bad.bpmn', content: diagram('bad').start().element('receiveTask', 'x').end().toXml() },
    { name: 'bad.dmn', content: '<nothing/>' },
    { name: 'bad.form', content: '{' },
    { name: 'notes.txt', content: '' },
    { name: 'again.bpmn', content: bpmn('good').content },
  ]
  const done = await engine.deploy(files, 'dana')
  const problems = done.ok ? [] : done.error
  for (const name of ['bad.bpmn', 'bad.dmn', 'bad.form', 'notes.txt', 'again.bpmn'])
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining(name))
  expect(await engine.store.count('processDefinitions', [])).toBe(0)
})

test('[DE3] an operator of another language that FEEL would read as always null is refused with what to write', async () => {
  const { engine } = await TestEngine.open()
  const drawing = diagram('p')
    .start()
    .exclusive('g')
    .from('g', { when: '=total == 1' })
    .end()
    .from('g', { isDefault: true })
  const done = await engine.deploy([{ name: 'p.bpmn', content: drawing.end('f').toXml() }], 'dana')
  expect(done).toMatchObject({
    ok: false,
    error: [
      {
        code: 'doubtful_expression',
        element: 'g-end',
        message: expect.stringContaining('p.bpmn: condition: the expression =total == 1 is always null'),
        remedy: expect.stringContaining('Write "=" instead of "=="'),
      },
    ],
  })
  expect(await engine.store.count('processDefinitions', [])).toBe(0)
})

test('[DE1] a file that has not changed keeps its version, one that has gets the next', async () => {
  const { engine } = await TestEngine.open()
  await engine.deploy([bpmn('p'), dmn('10'), form], 'dana')
  const done = await engine.deploy([bpmn('p', 'b'), dmn('10'), form], 'dana')
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  const { processes, decisions, forms } = done.value
  expect([...processes, ...decisions, ...forms].map(({ row, isNew }) => [row.version, isNew])).toEqual([
    [2, true],
    [1, false],
    [1, false],
  ])
})

test('[NS1] what was translated is told with its file, also of a file that has not changed', async () => {
  const { engine } = await TestEngine.open()
  const work = { attributes: { 'camunda:class': 'Pay' } }
  const seven = {
    name: 'seven.bpmn',
    content: diagram('p').start().element('serviceTask', 'x', work).end().toXml(),
  }
  const translations = [
    {
      file: 'seven.bpmn',
      element: 'x',
      from: 'camunda:class="Pay"',
      to: 'zeebe:taskDefinition type="Pay"',
      note: expect.stringContaining('a worker'),
    },
  ]
  for (const _ of ['first', 'again'])
    expect(await engine.deploy([seven, bpmn('q')], 'dana')).toMatchObject({
      ok: true,
      value: { translations },
    })
})

test('nothing to deploy is a problem of its own', async () => {
  const { engine } = await TestEngine.open()
  expect(await engine.deploy([], 'dana')).toMatchObject({ ok: false, error: [{ code: 'nothing_to_deploy' }] })
})

test('[BR1] a rule task evaluates the decision that is deployed, and which rules matched is history', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().ruleTask('decide', 'limit', 'max').userTask('after').end())
  await test.engine.deploy([dmn('10')], 'dana')
  const { key } = await test.start('p', { x: 1 })
  expect(await test.variablesOf(key)).toEqual({ x: 1, max: 10 })
  await test.engine.deploy([dmn('20')], 'dana')
  expect(await test.variablesOf((await test.start('p', { x: 1 })).key)).toMatchObject({ max: 20 })
})

test('[BR1] [IN2] a decision that is not deployed is an incident, which is mended by deploying it', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().ruleTask('decide', 'limit', 'max').userTask('after').end())
  const { key } = await test.start('p', { x: 1 })
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ type: 'CALLED_DECISION_ERROR', elementId: 'decide' })
  await test.engine.deploy([dmn('10')], 'dana')
  const resolve = {
    type: 'resolveIncident',
    key: incident!.elementInstance,
    incident: incident!.key,
  } as const
  await test.engine.execute(key, resolve, { by: 'omid' })
  expect((await test.tasks()).map((task) => task.elementId)).toEqual(['after'])
})
