import { aModel, eventOf, nodeOf } from '../testing/a-model.ts'
import { meetHalfway } from './message-flows.ts'

const flow = (source: string, target: string, more = '') =>
  `<collaboration id="c"><messageFlow id="f" sourceRef="${source}" targetRef="${target}" ${more}/></collaboration>`

async function met(inside: string, beside: string) {
  const model = await aModel(inside, beside)
  const meet = meetHalfway(model)
  return (id: string) => meet(nodeOf(model, id))
}

test('a task that sends to a receive task is a send task of the same message', async () => {
  const at = await met('<task id="s"/><receiveTask id="r"/>', flow('s', 'r'))
  expect(at('s')).toMatchObject({ type: 'SendTask', messageRef: 'message-of-f' })
  expect(at('r')).toMatchObject({ type: 'ReceiveTask', messageRef: 'message-of-f' })
})

test('none events at the ends of a flow throw and are begun by a message', async () => {
  const at = await met('<endEvent id="s"/><startEvent id="r"/>', flow('s', 'r'))
  expect(eventOf(at('s'))).toMatchObject({ type: 'Message', messageRef: 'message-of-f' })
  expect(eventOf(at('r'))).toMatchObject({ type: 'Message', messageRef: 'message-of-f' })
})

test.each([
  ['the flow', flow('s', 'r', 'messageRef="m"'), '<receiveTask id="r"/>'],
  ['the receiver', flow('s', 'r'), '<receiveTask id="r" messageRef="m"/>'],
])('the message is the one that %s names', async (_, beside, receiver) => {
  const at = await met(`<task id="s"/>${receiver}`, `<message id="m" name="m"/>${beside}`)
  expect([at('s').messageRef, at('r').messageRef]).toEqual(['m', 'm'])
})

test('a catching event without a message waits for that of its flow', async () => {
  const caught = '<intermediateCatchEvent id="r"><messageEventDefinition/></intermediateCatchEvent>'
  const at = await met(`<task id="s"/>${caught}`, flow('s', 'r'))
  expect(eventOf(at('r')).messageRef).toBe('message-of-f')
})

test('what does not receive makes no message of its flow', async () => {
  const at = await met('<task id="s"/><userTask id="r"/>', flow('s', 'r'))
  expect(at('s').type).toBe('Task')
})
