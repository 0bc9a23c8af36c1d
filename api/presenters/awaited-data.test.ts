import { diagram } from '../../engine/testing/diagram.ts'
import { TestEngine } from '../../engine/testing/test-engine.ts'
import { awaitedDataOf, mayAwaitData } from './awaited-data.ts'
import { seenInWhole } from './instance-state.ts'

const input = (id: string, source: string) =>
  `<bpmn:dataInputAssociation><bpmn:sourceRef>${source}</bpmn:sourceRef><bpmn:targetRef>${id}</bpmn:targetRef></bpmn:dataInputAssociation>`

const set = (...ids: readonly string[]) =>
  `<bpmn:inputSet>${ids.map((id) => `<bpmn:dataInputRefs>${id}</bpmn:dataInputRefs>`).join('')}</bpmn:inputSet>`

const needs =
  '<bpmn:ioSpecification><bpmn:dataInput id="bid"/><bpmn:dataInput id="prices"/><bpmn:dataInput id="brief"/>' +
  `${set('bid', 'prices')}${set('brief')}<bpmn:outputSet/></bpmn:ioSpecification>` +
  input('bid', 'offer') +
  input('prices', 'drawnList') +
  input('brief', 'order')

/** An offer of which the modeller has named the object, a price list of which it has named what is drawn. */
const data =
  '<bpmn:dataObject id="offer" name="Offer"/><bpmn:dataObject id="list"/>' +
  '<bpmn:dataObjectReference id="drawnList" name="Price list" dataObjectRef="list"/><bpmn:dataObject id="order"/>'

async function waiting(variables: Record<string, number>) {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().userTask('work', { xml: needs }).end().xml(data))
  const { key } = await test.start('p', variables)
  const { engine } = test
  const row = (await engine.store.get('instances', key))!
  const graph = await engine.definitions.graph(row.definition)
  expect(mayAwaitData(graph)).toBe(true)
  return seenInWhole(engine, row, (state) => awaitedDataOf(graph, state))
}

test('[DO6] of what waits for data it is told which is missing, as people call it, by each way to begin', async () => {
  expect(await waiting({})).toEqual([{ elementId: 'work', oneOf: [['Offer', 'Price list'], ['order']] }])
  expect(await waiting({ Offer: 7 })).toEqual([{ elementId: 'work', oneOf: [['Price list'], ['order']] }])
})

test('[DO6] what has its data does not wait', async () => {
  expect(await waiting({ order: 1 })).toEqual([])
})
