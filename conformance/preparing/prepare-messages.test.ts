import { aModel, eventOf, nodeOf } from '../testing/a-model.ts'
import { CORRELATION_KEY, has } from './extension.ts'
import { prepareMessages } from './prepare-messages.ts'

const prepared = async (inside: string, beside = '') => prepareMessages(await aModel(inside, beside))

const key = (extension?: { attributes: ReadonlyMap<string, string> }) =>
  extension?.attributes.get('correlationKey')

test('a message without a name goes by its id and is told apart by name alone', async () => {
  const message = (await prepared('', '<message id="m"/>')).messages.get('m')!
  expect(message.name).toBe('m')
  expect(key(message.extensions[0])).toBe(`="${CORRELATION_KEY}"`)
})

test('a key that the message has stays', async () => {
  const own = '<extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements>'
  const message = (await prepared('', `<message id="m" name="n">${own}</message>`)).messages.get('m')!
  expect(message.extensions.map(key)).toEqual(['=order'])
})

test('a receive task without a message gets one of its own', async () => {
  const model = await prepared('<receiveTask id="r"/>')
  expect(nodeOf(model, 'r').messageRef).toBe('message-of-r')
  expect(model.messages.get('message-of-r')?.name).toBe('message-of-r')
})

test('a throwing event publishes, a catching one does not', async () => {
  const definition = (id: string) => `<messageEventDefinition id="${id}"/>`
  const model = await prepared(
    `<endEvent id="e">${definition('d1')}</endEvent><startEvent id="s">${definition('d2')}</startEvent>`,
  )
  expect(has(eventOf(nodeOf(model, 'e')).extensions, 'publishMessage')).toBe(true)
  expect(has(eventOf(nodeOf(model, 's')).extensions, 'publishMessage')).toBe(false)
})

test('a send task publishes unless a worker does it', async () => {
  const worked = '<extensionElements><zeebe:taskDefinition type="t"/></extensionElements>'
  const model = await prepared(`<sendTask id="a"/><sendTask id="b">${worked}</sendTask>`)
  const published = ['a', 'b'].filter((id) => has(nodeOf(model, id).extensions, 'publishMessage'))
  expect(published).toEqual(['a'])
})

test('what lies in a sub-process is prepared too', async () => {
  const model = await prepared('<subProcess id="sub"><receiveTask id="r"/></subProcess>')
  expect(nodeOf(model, 'sub').inside?.nodes[0]?.messageRef).toBe('message-of-r')
})
