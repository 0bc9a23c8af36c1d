import { normaliseXml } from './normalise-xml.ts'

test.each([
  ['white space around ids', '<task id=" t "/>', '<task id="t"/>'],
  ['the prefix of a declared id', `<a id="m"/><b messageRef='x:m'/>`, `<a id="m"/><b messageRef='m'/>`],
  ['nothing of a prefix that is no declaration here', '<b messageRef="x:m"/>', '<b messageRef="x:m"/>'],
  [
    'nothing of an id with a colon',
    '<a id="x:m"/><a id="m"/><b fooRef="x:m"/>',
    '<a id="x:m"/><a id="m"/><b fooRef="x:m"/>',
  ],
])('takes away %s', (_, given, expected) => {
  expect(normaliseXml(given)).toBe(expected)
})

test('elements that an engine must call something get an id, others do not', () => {
  const given =
    '<bpmn:sequenceFlow sourceRef="a" targetRef="b"/><bpmn:task name="x">…</bpmn:task><bpmn:documentation/>'
  expect(normaliseXml(given)).toBe(
    '<bpmn:sequenceFlow id="unnamed-1" sourceRef="a" targetRef="b"/><bpmn:task id="unnamed-2" name="x">…</bpmn:task><bpmn:documentation/>',
  )
})
