import { declareMissing } from './declare-missing.ts'

const file = (inside: string, prefix = '') =>
  `<${prefix}definitions xmlns${prefix && ':b'}="http://www.omg.org/spec/BPMN/20100524/MODEL"><${prefix}process id="p">${inside}</${prefix}process></${prefix}definitions>`

const catching = (definition: string, prefix = '') =>
  file(`<${prefix}intermediateCatchEvent id="e">${definition}</${prefix}intermediateCatchEvent>`, prefix)

test.each([
  ['a message', '<messageEventDefinition messageRef="m"/>', '<message id="m" name="m"/>'],
  ['a signal', '<signalEventDefinition signalRef="m"/>', '<signal id="m" name="m"/>'],
  ['an error', '<errorEventDefinition errorRef="m"/>', '<error id="m" name="m" errorCode="m"/>'],
  [
    'an escalation',
    '<escalationEventDefinition escalationRef="m"/>',
    '<escalation id="m" name="m" escalationCode="m"/>',
  ],
])('%s that is referred to and not declared is declared', async (_, definition, declaration) => {
  expect(await declareMissing(catching(definition))).toContain(`MODEL">${declaration}<process`)
})

test('the declaration has the prefix of the file', async () => {
  const declared = await declareMissing(catching('<b:signalEventDefinition signalRef="m"/>', 'b:'))
  expect(declared).toContain('<b:signal id="m" name="m"/><b:process')
})

test.each([
  ['nothing is missing', file('<task id="t"/>')],
  ['what is missing can be no id', catching('<messageEventDefinition messageRef="no id"/>')],
  ['a flow leads nowhere', file('<sequenceFlow id="f" sourceRef="t" targetRef="nowhere"/><task id="t"/>')],
])('the file stays when %s', async (_, xml) => {
  expect(await declareMissing(xml)).toBe(xml)
})
