// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of version 7.
import { parseDecisions } from '../../dmn/index.ts'
import { diagram } from '../../testing/diagram.ts'
import { play } from '../../testing/player.ts'

const camunda = (attributes: Readonly<Record<string, string>>, extensions = '') => ({
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`camunda:${name}`, value]),
  ),
  extensions,
})
const outputs = (...parameters: readonly (readonly [name: string, text: string])[]) =>
  `<camunda:inputOutput>${parameters
    .map(([name, text]) => `<camunda:outputParameter name="${name}">${text}</camunda:outputParameter>`)
    .join('')}</camunda:inputOutput>`

test('[NS6] what a worker brings propagates beside the output parameters', async () => {
  const player = await play(
    diagram('p')
      .start()
      .element(
        'serviceTask',
        'work',
        camunda({ type: 'external', topic: 'w' }, outputs(['twice', '${n * 2}'])),
      )
      .element('userTask', 'rest')
      .end(),
  )
  player.complete('work', { n: 4, more: true })
  expect(player.variables).toEqual({ n: 4, more: true, twice: 8 })
})

test('[NS5] the last way out of an exclusive gateway is the default when it alone has no condition', async () => {
  const player = await play(
    diagram('p')
      .start()
      .exclusive('g')
      .from('g', { when: '${big}' })
      .element('userTask', 'check')
      .end('e')
      .from('g')
      .end('f'),
    { variables: { big: false } },
  )
  expect(player.status).toBe('completed')
})

test('[NS5] a way out without condition before another is a fault of the diagram', async () => {
  const drawing = diagram('p')
    .start()
    .exclusive('g')
    .from('g')
    .end('e')
    .from('g', { when: '${big}' })
    .end('f')
  await expect(play(drawing)).rejects.toThrow('missing_condition')
})

test('[NS2] null where true or false is needed is an incident', async () => {
  const player = await play(
    diagram('p').start().exclusive('g').from('g', { when: '${!big}' }).end('e').from('g').end('f'),
  )
  expect(player.incidents).toEqual([expect.stringContaining('CONDITION_ERROR at g')])
})

test.each([
  [{ businessKey: 'o-1' }, 'o-1'],
  [{ businessKey: 7 }, '7'],
  [{}, ''],
])(
  '[NS4] the instance with %j waits for its message with the key "%s"',
  async (variables, correlationKey) => {
    const player = await play(
      diagram('p')
        .start()
        .catch('c', { message: 'paid' })
        .from('c', { when: '' })
        .element('userTask', 'rest', camunda({ assignee: '${who}' }))
        .end(),
      { variables },
    )
    expect(player.events.find(({ type }) => type === 'messageSubscribed')).toMatchObject({
      name: 'paid',
      correlationKey,
    })
  },
)

test('[NS4] a receive task without message is resumed by a message named like it', async () => {
  const player = await play(
    diagram('p')
      .start()
      .element('receiveTask', 'letter', camunda({ asyncBefore: 'true' }))
      .end(),
  )
  player.message('letter')
  expect(player.status).toBe('completed')
})

test('[NS3] a message event that nothing sends is passed by', async () => {
  const drawing = diagram('p')
    .start()
    .throw('told', { attributes: { 'camunda:asyncBefore': 'true' }, xml: '<bpmn:messageEventDefinition/>' })
    .end()
  expect((await play(drawing)).status).toBe('completed')
})

test('[NS3] a message event done like a service task is a job', async () => {
  const definition = '<bpmn:messageEventDefinition camunda:type="external" camunda:topic="tell"/>'
  const player = await play(diagram('p').start().end('told', { xml: definition }))
  expect(player.resting).toEqual(['told'])
  player.complete('told')
  expect(player.status).toBe('completed')
})

test('[NS7] a call hands over what is mapped and nothing else', async () => {
  const called = (extensions: string) =>
    play(
      diagram('p')
        .start()
        .element('callActivity', 'c', { attributes: { calledElement: 'q' }, extensions })
        .from('c', { when: '' })
        .element('userTask', 'rest', camunda({ assignee: '${who}' }))
        .end(),
      { variables: { a: 1, secret: 2 } },
    )
  const given = async (extensions: string) =>
    (await called(extensions)).events.find(({ type }) => type === 'processCalled')
  expect(await given('')).toMatchObject({ variables: {} })
  expect(await given('<camunda:in source="a" target="b"/>')).toMatchObject({ variables: { b: 1 } })
  expect(await given('<camunda:in variables="all"/>')).toMatchObject({ variables: { a: 1, secret: 2 } })
})

test('[NS7] what the called process ends with comes back as it is mapped', async () => {
  const player = await play(
    diagram('p')
      .start()
      .element('callActivity', 'c', {
        attributes: { calledElement: 'q' },
        extensions: '<camunda:out variables="all"/><camunda:out source="sum" target="total"/>',
      })
      .element('userTask', 'rest')
      .end(),
  )
  const { key } = player.find('c')
  player.give({ type: 'completeCall', key, variables: Object.assign(Object.create(null), { sum: 3, n: 1 }) })
  expect(player.variables).toEqual({ sum: 3, n: 1, total: 3 })
})

test.each([
  ['3', 3],
  ['${n}', 2],
  ['${n - 2}', 0],
])(
  '[NS8] a loop cardinality of %s makes %i instances, numbered from 0 in expressions',
  async (cardinality, count) => {
    const marker = `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${cardinality}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`
    const player = await play(
      diagram('p')
        .start()
        .element('userTask', 'x', { ...camunda({ assignee: 'w${loopCounter}' }), xml: marker })
        .end(),
      { variables: { n: 2 } },
    )
    const assignees = player.events.flatMap((event) => (event.type === 'taskCreated' ? [event.assignee] : []))
    expect(assignees).toEqual(['w0', 'w1', 'w2'].slice(0, count))
  },
)

test('[ER6] what was caught is told to the variables that ask for it', async () => {
  const definition =
    '<bpmn:errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable="text"/>'
  const player = await play(
    diagram('p')
      .start()
      .element('serviceTask', 'pay', camunda({ class: 'Pay' }))
      .end()
      .boundary('failed', 'pay', { xml: definition })
      .element('userTask', 'repair')
      .end('e'),
  )
  player.throwError('pay', 'NO_MONEY', { left: 1 })
  expect(player.variables).toEqual({ left: 1, code: 'NO_MONEY', text: 'thrown' })
})

test('[ER6] the code of an escalation is told to the variable that asks for it', async () => {
  const xml = '<bpmn:escalationEventDefinition camunda:escalationCodeVariable="code"/>'
  const drawing = diagram('p')
    .start()
    .subProcess('sub', (inside) => inside.start('s').throw('tell', { escalation: 'LATE' }).end('se'))
    .end()
    .boundary('told', 'sub', { xml })
    .element('userTask', 'look', camunda({ assignee: 'sara' }))
    .end('e')
  const player = await play(drawing)
  expect([player.resting, player.variables]).toEqual([['look'], { code: 'LATE' }])
})

const rates = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
  <decision id="rate" name="rate"><variable name="rate"/><literalExpression><text>amount * 2</text></literalExpression></decision>
</definitions>`

test.each([
  ['singleEntry', 10],
  ['collectEntries', [10]],
])('a decision unpacked by %s is worth %j', async (mapDecisionResult, expected) => {
  const parsed = await parseDecisions(rates)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const rule = camunda({ decisionRef: 'rate', resultVariable: 'r', mapDecisionResult })
  const player = await play(
    diagram('p').start().element('businessRuleTask', 'x', rule).element('userTask', 'rest').end(),
    { variables: { amount: 5 }, decisions: parsed.value.decisions },
  )
  expect(player.variables.r).toEqual(expected)
})

test('[EL1] a class that listens to an element is a job before its work', async () => {
  const player = await play(
    diagram('p')
      .start()
      .element(
        'serviceTask',
        'work',
        camunda(
          { type: 'external', topic: 'w' },
          '<camunda:executionListener class="org.Begin" event="start"><camunda:field name="to" stringValue="ada"/></camunda:executionListener>',
        ),
      )
      .end(),
  )
  player.complete('work')
  player.complete('work')
  expect(player.trace.filter((line) => line.startsWith('job created'))).toEqual([
    'job created work (org.Begin, 3)',
    'job created work (w, 3)',
  ])
  expect(player.status).toBe('completed')
})

test('[ER6] an error is caught with the message that its declaration gives it', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('sub', (inside) => inside.start('s').end('thrown', { error: 'E' }))
    .end('e')
    .boundary('caught', 'sub', { error: 'E', properties: { 'kartabl:errorMessageVariable': 'why' } })
    .element('userTask', 'rest', { attributes: { 'camunda:assignee': 'ada' } })
    .end('f')
    .toXml()
    .replace('errorCode="E"', 'errorCode="E" camunda:errorMessage="No ${item} left"')
  const player = await play(drawing, { variables: { item: 'soap' } })
  expect(player.variables).toMatchObject({ why: 'No soap left' })
})
