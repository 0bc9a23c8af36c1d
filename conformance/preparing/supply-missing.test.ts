import { casework } from '../testing/a-case.ts'
import { aModel, eventOf, nodeOf } from '../testing/a-model.ts'
import { supplyMissing } from './supply-missing.ts'

async function supplied(inside: string, beside = '', work = casework()) {
  const model = await aModel(inside, beside)
  const { complete, declarations } = supplyMissing(model)
  const event = eventOf(complete(nodeOf(model, 'e'), { start: 'process', casework: work }))
  return { event, declarations }
}

const thrown = (definition: string) => `<endEvent id="e">${definition}</endEvent>`
const caught = (definition: string) => `<intermediateCatchEvent id="e">${definition}</intermediateCatchEvent>`

test('a signal without a declaration is the one of all such signals', async () => {
  const { event, declarations } = await supplied(thrown('<signalEventDefinition/>'))
  expect(declarations.signals.get(event.signalRef ?? '')?.name).toBe('conformance-unnamed')
})

test('a thrown error without a code goes by its id, while the one that catches keeps meaning all', async () => {
  const { event, declarations } = await supplied(
    thrown('<errorEventDefinition errorRef="x"/>'),
    '<error id="x"/>',
  )
  expect(declarations.errors.get(event.errorRef ?? '')?.code).toBe('x')
  expect(declarations.errors.get('x')?.code).toBe('')
})

test('a caught error keeps what it refers to', async () => {
  const { event } = await supplied(
    '<task id="t"/><boundaryEvent id="e" attachedToRef="t"><errorEventDefinition/></boundaryEvent>',
  )
  expect(event.errorRef).toBeNull()
})

test.each([
  [
    'at the start of a process a date far away',
    '<startEvent id="e"><timerEventDefinition/></startEvent>',
    'date',
  ],
  ['elsewhere a long duration', caught('<timerEventDefinition/>'), 'duration'],
])('a timer that says nothing is %s', async (_, xml, kind) => {
  expect((await supplied(xml)).event.timers).toMatchObject([{ kind }])
})

test('a timer in quotes is an expression that is a text', async () => {
  const timer = '<timerEventDefinition><timeDuration>"PT1H"</timeDuration></timerEventDefinition>'
  expect((await supplied(caught(timer))).event.timers).toEqual([{ kind: 'duration', text: '="PT1H"' }])
})

test('a condition that a step fires is also true when the step says so', async () => {
  const condition =
    '<conditionalEventDefinition><condition>=x &gt; 1</condition></conditionalEventDefinition>'
  const fired = await supplied(caught(condition), '', casework([{ op: 'trigger', element: 'e' }]))
  expect(fired.event.condition).toMatch(/^=\(x > 1\) or \(.*conformanceTriggers, "e"\)\)$/)
  expect((await supplied(caught(condition))).event.condition).toBe('=x > 1')
})

test('a link without a name is called like its event, else like all such links', async () => {
  const link = '<intermediateThrowEvent id="e" name="L"><linkEventDefinition/></intermediateThrowEvent>'
  expect((await supplied(link)).event.linkName).toBe('L')
  const nameless = await supplied(caught('<linkEventDefinition/>'))
  expect(nameless.event.linkName).toBe('conformance-unnamed')
})

test('a link whose event has no name either is the one of all such links', async () => {
  const link = '<intermediateThrowEvent id="e"><linkEventDefinition/></intermediateThrowEvent>'
  expect((await supplied(link)).event.linkName).toBe('conformance-unnamed')
})
