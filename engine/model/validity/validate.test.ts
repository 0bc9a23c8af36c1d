import { definitions, judges, process, row, task } from './testing/drawing.ts'
import { validate } from './validate.ts'

const shape = (inside: string) =>
  `<d:BPMNDiagram xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"><d:BPMNPlane bpmnElement="p"><d:BPMNShape id="sh" bpmnElement="gone">${inside}</d:BPMNShape></d:BPMNPlane></d:BPMNDiagram>`

judges('The schemas §8.2.3', [
  [
    'elements of others in their place',
    [process('<extensionElements><o:x/></extensionElements><task id="t" o:y="1"/>')],
    [],
  ],
  ['elements of others elsewhere', [process('<o:x/>')], ['unknown_element p']],
  ['an element that does not exist', [process('<jobTask id="t"/>')], ['unknown_element t']],
  ['an element that belongs elsewhere', [process('<participant id="t"/>')], ['unknown_element t']],
  ['the wrong order', [process('<task id="t"/><laneSet id="l"/>')], ['misplaced_element l']],
  [
    'too many',
    [
      process(
        '<sequenceFlow id="f" sourceRef="t" targetRef="t"><conditionExpression/><conditionExpression/></sequenceFlow><task id="t"><incoming>f</incoming><outgoing>f</outgoing></task>',
      ),
    ],
    ['repeated_element f', 'condition_without_alternative f'],
  ],
  ['too few', ['<interface id="i" name="i"/>'], ['missing_element i']],
  [
    'a missing attribute',
    [process('<boundaryEvent id="b"/>')],
    ['missing_attribute b', 'boundary_trigger b', 'boundary_event_without_outgoing b'],
  ],
  ['an unknown attribute', [process('<task id="t" colour="red"/>')], ['unknown_attribute t']],
  ['a boolean that is none', [process('', 'isExecutable="yes"')], ['bad_value p']],
  ['a number that is none', [process('<task id="t" startQuantity="many"/>')], ['bad_value t']],
  ['a value that is not offered', [process('', 'processType="Secret"')], ['bad_value p']],
  ['text between elements', [process('hello')], ['stray_text p']],
  [
    'a date and a duration',
    [
      '<timerEventDefinition id="d"><timeDate>a</timeDate><timeDuration>b</timeDuration></timerEventDefinition>',
    ],
    ['mutually_exclusive_elements d'],
  ],
  ['a drawing, even of what is gone', [shape('<c:Bounds x="0" y="0" width="1.5" height="1e2"/>')], []],
  ['a shape without bounds', [shape('')], ['missing_element sh']],
  [
    'bounds that are no numbers',
    [shape('<c:Bounds x="left" y="0" width="1" height="1"/>')],
    ['bad_value sh'],
  ],
])

judges('References §8.2.3 and ids §8.3.1', [
  ['to nothing', [process('<task id="t" default="f"/>')], ['unresolved_reference t']],
  ['to something else', [process('<task id="t" default="u"/><task id="u"/>')], ['wrong_reference t']],
  ['of the own namespace', ['<o:x xmlns:o="urn:other"/>', process('')], ['unknown_element ']],
  [
    'with a prefix for no namespace',
    ['<itemDefinition id="i" structureRef="xs:string"/>'],
    ['undeclared_prefix i'],
  ],
  ['to a type of another language', [process('<property id="y" itemSubjectRef="o:string"/>')], []],
  ['an id twice', [process('<task id="t"/><task id="t"/>')], ['duplicate_id t']],
  ['a reference that is none', [process('<callActivity id="t" calledElement="#{x}"/>')], ['bad_reference t']],
  ['an id that is none', [process('<task id="1 t"/>')], ['bad_id 1 t']],
])

const importing = (
  location: string,
  namespace = 'urn:imported',
  type = 'http://www.omg.org/spec/BPMN/20100524/MODEL',
) => `<import importType="${type}" location="${location}" namespace="${namespace}"/>`
const imported = definitions('<itemDefinition id="far"/>').replace('urn:test', 'urn:imported')
const files: Readonly<Record<string, string>> = {
  'a.bpmn': imported,
  'back.bpmn': definitions(importing('a.bpmn')).replace('urn:test', 'urn:back'),
  'same-id.bpmn': definitions('<itemDefinition id="near"/>').replace('urn:test', 'urn:imported'),
  'broken.bpmn': definitions(process('<task id="b" default="nothing"/>', '', 'q')).replace(
    'urn:test',
    'urn:imported',
  ),
  'types.xsd': '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>',
  'deep/first.bpmn': definitions(importing('second.bpmn')).replace('urn:test', 'urn:imported'),
  'deep/second.bpmn': definitions('<signal id="deep"/>').replace('urn:test', 'urn:imported'),
}
const xsd = 'http://www.w3.org/2001/XMLSchema'

test.each([
  ['an imported element', [importing('a.bpmn'), process('<property id="y" itemSubjectRef="i:far"/>')], []],
  [
    'an element the imported file lacks',
    [importing('a.bpmn'), process('<property id="y" itemSubjectRef="i:gone"/>')],
    ['unresolved_reference y'],
  ],
  ['a file that is not there', [importing('gone.bpmn')], ['import_missing ']],
  ['a file that is not BPMN', [importing('types.xsd')], ['import_mismatch ']],
  ['a file of another namespace', [importing('a.bpmn', 'urn:x')], ['import_mismatch ']],
  ['a schema', [importing('types.xsd', 'urn:t', xsd)], []],
  ['a schema that is none', [importing('a.bpmn', 'urn:t', xsd)], ['import_mismatch ']],
  [
    'a file on the net, which is not looked at',
    [importing('https://example.org/a.bpmn'), process('<property id="y" itemSubjectRef="i:any"/>')],
    [],
  ],
  ['an id of both files', [importing('same-id.bpmn'), '<itemDefinition id="near"/>'], ['duplicate_id near']],
  ['a problem of the imported file', [importing('broken.bpmn')], ['unresolved_reference b']],
  ['imports beside the importing file', [importing('deep/first.bpmn')], []],
])('imports: %s', async (_, roots, expected) => {
  const xml = definitions(...roots).replace('xmlns:o=', 'xmlns:i="urn:imported" xmlns:o=')
  const problems = await validate(xml, { resolve: (location) => files[location] })
  expect(problems.map(({ code, element }) => `${code} ${element}`)).toEqual(expected)
})

test('files that import each other are read once', async () => {
  const main = definitions(importing('back.bpmn', 'urn:back'), '<itemDefinition id="near"/>')
  const asked: string[] = []
  const problems = await validate(main, {
    resolve: (location) => {
      asked.push(location)
      return location === 'a.bpmn' ? main : files[location]
    },
  })
  expect(asked).toEqual(['back.bpmn', 'a.bpmn'])
  expect(problems).toEqual([])
})

test.each([
  ['no XML', 'hello', 'not_bpmn'],
  ['unclosed', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">', 'not_bpmn'],
  ['another version', definitions().replace('20100524', '20090101'), 'not_bpmn'],
  ['a document type', `<!DOCTYPE x>${definitions()}`, 'xml_doctype'],
  ['too deep', `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'too_deep'],
])('what can not be read is one problem: %s', async (_, xml, code) => {
  expect((await validate(xml)).map((problem) => problem.code)).toEqual([code])
})

test('without a way to follow imports they are missing, and the rest is judged', async () => {
  const problems = await validate(
    definitions(importing('a.bpmn'), process(row(task('t', '', 'default="x"')))),
  )
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'import_missing 3',
    'unresolved_reference 6',
  ])
})
