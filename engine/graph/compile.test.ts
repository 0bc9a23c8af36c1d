import { parse } from '../model/parse.ts'
import { type Diagram, diagram } from '../testing/diagram.ts'
import { expectWithin } from '../testing/expect-within.ts'
import { compile } from './compile.ts'
import type { Computed, ElementOf, ElementType, GraphElement, ProcessGraph } from './process-graph.ts'

async function graphOf(drawing: Diagram | string): Promise<ProcessGraph> {
  const model = await parse(typeof drawing === 'string' ? drawing : drawing.toXml())
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  const graphs = compile(model.value)
  if (!graphs.ok) throw new Error(JSON.stringify(graphs.error))
  const [graph] = graphs.value
  if (graph === undefined) throw new Error('no graph')
  return graph
}

function find(graph: ProcessGraph, id: string): GraphElement {
  const element = graph.elements[graph.indexOf.get(id) ?? -1]
  if (element === undefined) throw new Error(`no element ${id}`)
  return element
}

function findAs<T extends ElementType>(graph: ProcessGraph, id: string, type: T): ElementOf<T> {
  const element = find(graph, id)
  if (element.type !== type) throw new Error(`${id} is a ${element.type}`)
  return element as ElementOf<T> // the line above has checked it
}

/** `=expression` or the fixed text. */
const textOf = (value: Computed | null): string | null => {
  if (value === null) return null
  return value.kind === 'fixed' ? value.text : `=${value.expression.text}`
}

const start = () => diagram('p').start()

test('numbers the process 0 and its elements in document order, inner ones after their sub-process', async () => {
  const graph = await graphOf(
    start()
      .subProcess('s', (inside) => inside.start('i').end('j'))
      .end(),
  )
  expect(graph.elements.map(({ index, id, parent }) => `${index} ${id} in ${parent}`)).toEqual([
    '0 p in -1',
    '1 start in 0',
    '2 s in 0',
    '3 i in 2',
    '4 j in 2',
    '5 end in 0',
  ])
})

test('resolves sequence flows, conditions and the default', async () => {
  const graph = await graphOf(
    start().exclusive('g').from('g', { when: '=a > 1' }).end().from('g', { isDefault: true }).to('end'),
  )
  const gateway = find(graph, 'g')
  expect(gateway.outgoing.map((flow) => graph.flows[flow]?.condition?.text ?? null)).toEqual(['a > 1', null])
  expect(graph.flows[gateway.defaultFlow]?.id).toBe('g-end-2')
  expect(find(graph, 'end').incoming).toEqual(gateway.outgoing)
})

test('an activity may have conditional sequence flows and a default', async () => {
  const graph = await graphOf(
    start().task('t').from('t', { when: '=a' }).end().from('t', { isDefault: true }).to('end'),
  )
  expect(find(graph, 't').defaultFlow).toBe(2)
})

test('one graph for each executable process of the file', async () => {
  const second = '<bpmn:process id="q" isExecutable="true"><bpmn:startEvent id="qs"/></bpmn:process>'
  const third = '<bpmn:process id="r"><bpmn:transaction id="rs"/></bpmn:process>'
  const model = await parse(start().toXml({ beside: second + third }))
  const graphs = model.ok ? compile(model.value) : model
  expect(graphs.ok && graphs.value.map(({ processId }) => processId)).toEqual(['p', 'q'])
})

test('a user task has assignment, dates, priority and form, with or without zeebe:userTask', async () => {
  const options = {
    assignee: '=owner',
    candidateGroups: 'sales, supply',
    dueDate: 'P3D',
    priority: '80',
    formId: 'f',
  }
  const drawing = start().userTask('t', options).end()
  for (const xml of [drawing.toXml(), drawing.toXml().replace('<zeebe:userTask/>', '')]) {
    const { userTask } = findAs(await graphOf(xml), 't', 'userTask')
    expect(textOf(userTask.assignee)).toBe('=owner')
    expect(textOf(userTask.candidateGroups)).toBe('sales, supply')
    expect(textOf(userTask.dueDate)).toBe('P3D')
    expect(textOf(userTask.priority)).toBe('80')
    expect(userTask.form).toEqual({ kind: 'id', formId: 'f', binding: { kind: 'latest' } })
  }
})

test.each([
  ['formKey="camunda-forms:bpmn:inner"', { kind: 'embedded', schema: '{"components": []}' }],
  ['formKey="custom:x"', { kind: 'external', reference: 'custom:x' }],
  ['externalReference="https://x.test"', { kind: 'external', reference: 'https://x.test' }],
  [
    'formId="f" bindingType="versionTag" versionTag="v1"',
    { kind: 'id', formId: 'f', binding: { kind: 'versionTag', versionTag: 'v1' } },
  ],
  ['formId="f" bindingType="deployment"', { kind: 'id', formId: 'f', binding: { kind: 'deployment' } }],
])('reads a form definition with %s', async (attributes, expected) => {
  const forms =
    '<zeebe:userTaskForm id="other">{}</zeebe:userTaskForm><zeebe:userTaskForm id="inner">{"components": []}</zeebe:userTaskForm>'
  const drawing = diagram('p', { extensions: forms }).start()
  const graph = await graphOf(
    drawing.userTask('t', { extensions: `<zeebe:formDefinition ${attributes}/>` }).end(),
  )
  expect(findAs(graph, 't', 'userTask').userTask.form).toEqual(expected)
})

test('the form of the none start event starts an instance', async () => {
  const graph = await graphOf(diagram('p').start('start', { formId: 'order' }).end())
  expect(graph.startForm).toMatchObject({ kind: 'id', formId: 'order' })
  expect((await graphOf(start().end())).startForm).toBeNull()
})

test('a job has its type, retries (3 unless said) and headers', async () => {
  const graph = await graphOf(
    start()
      .serviceTask('a', 'work')
      .serviceTask('b', '=kind', { retries: '5', headers: { h: 'v' } }),
  )
  const [a, b] = [findAs(graph, 'a', 'serviceTask').job, findAs(graph, 'b', 'serviceTask').job]
  expect([textOf(a.type), textOf(a.retries), { ...a.headers }]).toEqual(['work', '3', {}])
  expect([textOf(b.type), textOf(b.retries), { ...b.headers }]).toEqual(['=kind', '5', { h: 'v' }])
})

test('mappings keep their order, targets are paths', async () => {
  const graph = await graphOf(
    start().task('t', { inputs: { 'a.b': '=x', c: 'fixed' }, outputs: { d: '=y' } }),
  )
  const { inputs, outputs } = find(graph, 't')
  expect(inputs.map(({ source, target }) => [textOf(source), target])).toEqual([
    ['=x', ['a', 'b']],
    ['fixed', ['c']],
  ])
  expect(outputs.map(({ target }) => target)).toEqual([['d']])
})

test('a multi-instance marker is compiled at any activity', async () => {
  const multiInstance = {
    sequential: true,
    inputCollection: '=items',
    inputElement: 'item',
    outputCollection: 'results',
    outputElement: '=result',
    completionCondition: '=count(results) > 2',
  }
  const graph = await graphOf(
    start()
      .subProcess('s', (inside) => inside.start('i').end('j'), { multiInstance })
      .end(),
  )
  const { loop } = find(graph, 's')
  expect(loop).toMatchObject({ sequential: true, inputElement: 'item', outputCollection: 'results' })
  expect(loop).toMatchObject({
    items: { collection: { text: 'items' } },
    outputElement: { text: 'result' },
    completionCondition: { text: 'count(results) > 2' },
  })
})

test('boundary events know their activity and the other way round', async () => {
  const graph = await graphOf(
    start()
      .task('t')
      .end()
      .boundary('late', 't', { duration: 'PT1H', interrupting: false })
      .to('end')
      .boundary('failed', 't', { error: 'E1' })
      .to('end')
      .boundary('any', 't', { error: true })
      .to('end'),
  )
  const late = findAs(graph, 'late', 'boundaryEvent')
  expect([late.interrupting, late.attachedTo]).toEqual([false, graph.indexOf.get('t')])
  expect(find(graph, 't').boundaryEvents).toEqual(
    ['late', 'failed', 'any'].map((id) => graph.indexOf.get(id)),
  )
  expect(late.trigger).toMatchObject({ kind: 'timer', timer: { kind: 'duration', value: { text: 'PT1H' } } })
  expect(findAs(graph, 'failed', 'boundaryEvent').trigger).toMatchObject({ error: { code: { text: 'E1' } } })
  expect(findAs(graph, 'any', 'boundaryEvent').trigger).toEqual({ kind: 'error', error: { code: null } })
})

test('event sub-processes belong to their scope and know their start event', async () => {
  const graph = await graphOf(
    start()
      .end()
      .eventSubProcess('e', (inside) =>
        inside.start('stop', { message: 'm', key: '=id', interrupting: false }).end('f'),
      ),
  )
  const root = findAs(graph, 'p', 'process')
  expect([root.noneStart, root.eventSubProcesses]).toEqual([
    graph.indexOf.get('start'),
    [graph.indexOf.get('e')],
  ])
  const event = findAs(graph, 'e', 'eventSubProcess')
  expect([event.startEvent, event.noneStart]).toEqual([graph.indexOf.get('stop'), -1])
  expect(findAs(graph, 'stop', 'startEvent').interrupting).toBe(false)
  expect(graph.startTriggers).toEqual([])
})

test('message and timer start events of the process start instances; a message there needs no key', async () => {
  const graph = await graphOf(
    diagram('p').start('m', { message: 'order' }).end().start('t', { cycle: 'R/P1D' }).to('end'),
  )
  expect(graph.startTriggers).toEqual([graph.indexOf.get('m'), graph.indexOf.get('t')])
  expect(findAs(graph, 'p', 'process').noneStart).toBe(-1)
  expect(findAs(graph, 'm', 'startEvent').trigger).toMatchObject({ message: { correlationKey: null } })
})

test('messages are sent by a worker or published by the engine', async () => {
  const graph = await graphOf(
    start()
      .sendTask('job', { type: 'mailer' })
      .throw('publish', { message: 'm', key: '=id', messageId: 'once', timeToLive: 'PT1H' })
      .throw('nothing')
      .end('end', { message: 'done', key: '=id' }),
  )
  expect(findAs(graph, 'job', 'sendTask').actions).toMatchObject([
    { kind: 'job', job: { type: { text: 'mailer' } } },
  ])
  expect(findAs(graph, 'publish', 'intermediateThrowEvent').actions).toMatchObject([
    {
      kind: 'publish',
      publication: { name: { text: 'm' }, messageId: { text: 'once' }, timeToLive: { text: 'PT1H' } },
    },
  ])
  expect(findAs(graph, 'nothing', 'intermediateThrowEvent').actions).toEqual([])
  expect(findAs(graph, 'end', 'endEvent').actions).toMatchObject([
    { publication: { name: { text: 'done' } } },
  ])
})

test('calls, decisions and scripts are resolved', async () => {
  const graph = await graphOf(
    start()
      .callActivity('call', 'other', { propagateAllChildVariables: false })
      .callActivity('plain', '', { attributes: { calledElement: 'q' } })
      .ruleTask('rule', 'price', 'result')
      .scriptTask('script', '=1 + 1', 'two')
      .end(),
  )
  expect(findAs(graph, 'call', 'callActivity')).toMatchObject({
    processId: { text: 'other' },
    propagateAllParentVariables: true,
    propagateAllChildVariables: false,
  })
  expect(textOf(findAs(graph, 'plain', 'callActivity').processId)).toBe('q')
  expect(findAs(graph, 'rule', 'businessRuleTask').rule).toMatchObject({
    decisionId: { text: 'price' },
    resultVariable: 'result',
  })
  expect(findAs(graph, 'script', 'scriptTask').script).toMatchObject({ kind: 'feel', resultVariable: 'two' })
})

test('end events terminate or throw their error', async () => {
  const graph = await graphOf(
    start().parallel('g').end('stop', { terminate: true }).from('g').end('bad', { error: 'E' }),
  )
  expect(findAs(graph, 'stop', 'endEvent').actions).toEqual([{ kind: 'terminate' }])
  expect(findAs(graph, 'bad', 'endEvent').actions).toMatchObject([{ kind: 'error', code: { text: 'E' } }])
})

test('properties have no prototype, kartabl ones are passed on', async () => {
  const properties = { 'kartabl:candidateStarters': 'sales', anything: 'x' }
  const graph = await graphOf(
    diagram('p', { properties, extensions: '<zeebe:versionTag value="v1"/>' }).start(),
  )
  expect({ ...graph.properties }).toEqual(properties)
  expect(Object.getPrototypeOf(graph.properties)).toBeNull()
  expect(graph.versionTag).toBe('v1')
})

test('a process without a name has that of its pool, else its id', async () => {
  const pool =
    '<bpmn:collaboration id="c"><bpmn:participant id="us" name="Order" processRef="p"/></bpmn:collaboration>'
  expect((await graphOf(start().toXml({ beside: pool }))).name).toBe('Order')
  expect((await graphOf(start())).name).toBe('p')
})

test('four times the elements take about four times as long, not sixteen', async () => {
  const timeOf = async (count: number): Promise<number> => {
    let drawing = start()
    for (let index = 0; index < count; index += 1)
      drawing = drawing.userTask(`t${index}`, { assignee: '=owner' })
    const model = await parse(drawing.end().toXml())
    if (!model.ok) throw new Error('unreadable')
    const times = Array.from({ length: 7 }, () => {
      const begun = process.cpuUsage() // what others on the machine do does not count
      compile(model.value)
      return process.cpuUsage(begun).user
    })
    return Math.min(...times)
  }
  await timeOf(600)
  expectWithin((await timeOf(2_400)) / (await timeOf(600)), 9)
})
