import { diagram } from '../testing/diagram.ts'
import { expectWithin } from '../testing/expect-within.ts'
import type { Model } from './model.ts'
import { parse } from './parse.ts'

async function read(xml: string): Promise<Model> {
  const model = await parse(xml)
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  return model.value
}

async function problemsOf(xml: string): Promise<string[]> {
  const model = await parse(xml)
  return model.ok ? [] : model.error.map(({ code, element }) => `${code} ${element}`.trim())
}

/** A file with this content in a process `p`. */
const file = (content: string): string => diagram('p').xml(content).toXml()

test.each([
  ['nothing', '', ['not_bpmn']],
  ['text', 'hello', ['not_bpmn']],
  ['JSON', '{"a": 1}', ['not_bpmn']],
  ['other XML', '<a/>', ['not_bpmn']],
  [
    'an unclosed element',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">',
    ['not_bpmn'],
  ],
  ['a document type', '<!DOCTYPE a><a/>', ['xml_doctype']],
  ['an id used twice', file('<bpmn:task id="a"/><bpmn:task id="a"/>'), ['duplicate_id a']],
  ['an unknown element', file('<bpmn:robotTask id="a"/>'), ['import_warning']],
  ['an unknown attribute', file('<bpmn:task id="a" colour="red"/>'), ['import_warning a']],
  [
    'a reserved word as id',
    file('<bpmn:task id="__proto__"/><bpmn:task id="constructor"/>'),
    ['forbidden_id __proto__', 'forbidden_id constructor'],
  ],
  [
    'a reference to nothing',
    file('<bpmn:sequenceFlow id="f" sourceRef="x" targetRef="y"/>'),
    ['unresolved_reference f', 'unresolved_reference f'],
  ],
])('refuses %s', async (_, xml, expected) => {
  expect(await problemsOf(xml)).toEqual(expected)
})

const drools = 'xmlns:drools="urn:drools" xmlns="urn:drools"'
const written = (content: string, namespaces = drools): string =>
  file(content).replace('<bpmn:definitions', `<bpmn:definitions ${namespaces}`)

test('attributes of another tool are understood as such though its namespace is the default one too', async () => {
  const { processes } = await read(written('<bpmn:task id="a" name="A" drools:priority="1"/>'))
  expect(processes[0]?.inside.nodes).toMatchObject([{ id: 'a', name: 'A' }])
})

test('an attribute without prefix is in no namespace, also where there is a default one', async () => {
  expect(await problemsOf(written('<bpmn:task id="a" priority="1"/>'))).toEqual(['import_warning a'])
  expect(await problemsOf(written('<task id="a"/>'))).toEqual(['import_warning'])
})

test('what is drawn under the id of something else is not drawn, and runs', async () => {
  const label = '<bpmndi:BPMNLabel id="label"/>'
  const shapes = `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><bpmndi:BPMNPlane>
    <bpmndi:BPMNShape bpmnElement="a">${label}</bpmndi:BPMNShape><bpmndi:BPMNShape bpmnElement="b">${label}</bpmndi:BPMNShape>
    </bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`
  const xml = file('<bpmn:task id="a"/><bpmn:task id="b"/>').replace('</bpmn:definitions>', shapes)
  expect((await read(xml)).processes[0]?.inside.nodes).toHaveLength(2)
})

test('refuses more than 5,000 elements', async () => {
  const tasks = Array.from({ length: 5_001 }, (_, index) => `<bpmn:task id="t${index}"/>`)
  expect(await problemsOf(file(tasks.join('')))).toEqual(['too_many_elements'])
})

test('a long file that is broken everywhere is refused at its first broken part, in seconds at most', async () => {
  const xml = file('<bpmn:task id="a"/>'.repeat(50_000))
  const begun = performance.now()
  expect(await problemsOf(xml)).toEqual(['duplicate_id a'])
  expectWithin(performance.now() - begun, 2_000)
})

test('lists the first 200 warnings and says how many there are more', async () => {
  const problems = await problemsOf(
    file(Array.from({ length: 250 }, (_, i) => `<bpmn:task id="t${i}" x="1"/>`).join('')),
  )
  expect(problems).toHaveLength(201)
  expect(problems.at(-1)).toBe('more_problems')
})

test('every problem says what to do', async () => {
  const model = await parse(
    file('<bpmn:task id="a"/><bpmn:task id="a"/><bpmn:task id="prototype"/><bpmn:task id="b" c="d"/>'),
  )
  expect(model.ok ? [] : model.error).toHaveLength(3)
  for (const problem of model.ok ? [] : model.error) expect(problem.remedy).toMatch(/\w{3}.*\.$/)
})

test('a shape of something that is not there loses nothing that runs', async () => {
  const shape = '<bpmndi:BPMNShape id="s" bpmnElement="gone"/>'
  const drawing = `<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="n" bpmnElement="p">${shape}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  expect((await read(diagram('p').start().toXml({ beside: drawing }))).processes).toHaveLength(1)
})

test('reads lanes, the innermost winning, and inside sub-processes too', async () => {
  const lanes =
    '<bpmn:laneSet id="l"><bpmn:lane id="l1" name="Sales"><bpmn:flowNodeRef>a</bpmn:flowNodeRef><bpmn:flowNodeRef>b</bpmn:flowNodeRef>' +
    '<bpmn:childLaneSet id="m"><bpmn:lane id="l2" name="Managers"><bpmn:flowNodeRef>b</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>'
  const model = await read(diagram('p').task('a').task('b').task('c').xml(lanes).toXml())
  expect(model.processes[0]?.inside.nodes.map(({ lane }) => lane)).toEqual(['Sales', 'Managers', ''])
})

test('reads pools with the process they hold, and black boxes', async () => {
  const collaboration =
    '<bpmn:collaboration id="c"><bpmn:participant id="us" name="Us" processRef="p"/><bpmn:participant id="them" name="Them"/></bpmn:collaboration>'
  const model = await read(diagram('p').start().toXml({ beside: collaboration }))
  expect(model.participants).toEqual([
    { id: 'us', name: 'Us', documentation: '', processId: 'p' },
    { id: 'them', name: 'Them', documentation: '', processId: '' },
  ])
})

test('understands all children that the standard’s schema has', async () => {
  const collaboration =
    '<bpmn:endPoint id="place"/><bpmn:message id="m" name="m"/><bpmn:collaboration id="c"><bpmn:participant id="us" processRef="p"><bpmn:endPointRef>place</bpmn:endPointRef></bpmn:participant><bpmn:participant id="them"/>' +
    '<bpmn:messageFlow id="flow" sourceRef="them" targetRef="us"/><bpmn:conversation id="talk"><bpmn:participantRef>us</bpmn:participantRef><bpmn:participantRef>them</bpmn:participantRef><bpmn:messageFlowRef>flow</bpmn:messageFlowRef></bpmn:conversation></bpmn:collaboration>'
  expect(await problemsOf(diagram('p').start().toXml({ beside: collaboration }))).toEqual([])
  const lost = collaboration.replace('>flow<', '>nowhere<')
  expect(await problemsOf(diagram('p').start().toXml({ beside: lost }))).toEqual([
    'unresolved_reference talk',
  ])
})

test('what has no id gets one that says what it is', async () => {
  const flow = '<bpmn:sequenceFlow sourceRef="a" targetRef="b"/>'
  const model = await read(
    diagram('p').task('a').from('b').task('c').xml(`<bpmn:task id="b"/><bpmn:task/>${flow}${flow}`).toXml(),
  )
  const { nodes = [], flows = [] } = model.processes[0]?.inside ?? {}
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'c', 'b', 'Task'])
  expect(flows.map(({ id }) => id)).toEqual(['b-c', 'a-b', 'a-b-2'])
})

test('a reference with a prefix means the element of that name; space around ids is none of theirs', async () => {
  const beside = '<bpmn:message id="m" name="order"/>'
  const task =
    '<bpmn:receiveTask id="r " messageRef="tns:m"/><bpmn:sequenceFlow id="f" sourceRef=" r" targetRef="r "/>'
  const model = await read(diagram('p').start().xml(task).toXml({ beside }))
  const { nodes = [], flows = [] } = model.processes[0]?.inside ?? {}
  expect(nodes.at(-1)).toMatchObject({ id: 'r', messageRef: 'm' })
  expect(flows.at(-1)).toMatchObject({ source: 'r', target: 'r' })
})

test('leaves annotations and groups out: they do not run', async () => {
  const drawn =
    '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" dataObjectRef="d"/><bpmn:textAnnotation id="t"><bpmn:text>note</bpmn:text></bpmn:textAnnotation>' +
    '<bpmn:association id="as" sourceRef="a" targetRef="t"/><bpmn:group id="g"/>'
  const model = await read(diagram('p').task('a').xml(drawn).toXml())
  expect(model.processes[0]?.inside.nodes.map(({ id }) => id)).toEqual(['a'])
})

test('knows the zeebe namespace by its address, whatever its prefix', async () => {
  const renamed = diagram('p')
    .serviceTask('a', 'work')
    .toXml()
    .replaceAll('zeebe:', 'z:')
    .replace('xmlns:zeebe', 'xmlns:z')
  const [node] = (await read(renamed)).processes[0]?.inside.nodes ?? []
  expect(node?.extensions.map(({ vocabulary, name }) => `${vocabulary} ${name}`)).toEqual([
    'zeebe taskDefinition',
  ])
})

test('finds attributes of version 7 under any prefix, and leaves colours alone', async () => {
  const attributes = { 'c7:assignee': 'x', 'xmlns:c7': 'http://activiti.org/bpmn' }
  const xml = diagram('p')
    .task('a', { attributes: { 'c7:assignee': 'x', 'camunda:priority': '1' } })
    .toXml()
  const declared = xml.replace('xmlns:zeebe', `xmlns:c7="${attributes['xmlns:c7']}" xmlns:zeebe`)
  const [node] = (await read(declared)).processes[0]?.inside.nodes ?? []
  expect(node?.foreignAttributes.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'assignee=x',
    'priority=1',
  ])
})
