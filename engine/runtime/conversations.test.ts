import type { Variables } from '../json.ts'
import { type Diagram, diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const by = { by: 'shop' }

/** The instances that a message reached which says its key by what it carries. */
async function publish(test: TestEngine, name: string, variables: Variables, more = {}) {
  const message = { name, correlationKey: '', messageId: '', timeToLive: 0, variables, ...more }
  const done = await test.engine.publish(message, by)
  if (!done.ok) throw new Error(done.error.message)
  return done.value.instances
}

const orderId = { orderId: { order: 'id', payment: '=order.id' } }
const shop = (id = 'shop') =>
  diagram(id)
    .start('ordered', { message: 'order' })
    .catch('paid', { message: 'payment' })
    .end()
    .correlationKey('orderKey', orderId)

const opened = async (diagram: Diagram, ...more: Diagram[]) => {
  const test = await TestEngine.open()
  await test.deploy(diagram, ...more)
  return test
}

test('[CK1] [CK2] what the first message says is what the later ones of the conversation must say', async () => {
  const test = await opened(shop())
  const [first] = await publish(test, 'order', { id: 'A' })
  const [second] = await publish(test, 'order', { id: 'B' })
  expect(first).not.toBe(second)
  expect(await publish(test, 'payment', { order: { id: 'C' } })).toEqual([])
  expect(await publish(test, 'payment', { order: { id: 'B' } })).toEqual([second])
  expect([await test.statusOf(first!), await test.statusOf(second!)]).toEqual(['active', 'completed'])
})

test('[CK1] a number and the text of the same digits are the same key; a message without the value says none', async () => {
  const test = await opened(shop())
  const [instance] = await publish(test, 'order', { id: '7' })
  expect(await publish(test, 'payment', { amount: 5 })).toEqual([])
  expect(await publish(test, 'payment', { order: { id: null } })).toEqual([])
  expect(await publish(test, 'payment', { order: { id: 7 } })).toEqual([instance])
})

test('[CK1] a key is valid only when the message has a value for each of its properties', async () => {
  const both = { customer: { order: 'who', payment: 'payer' }, number: { order: 'id', payment: 'order' } }
  const test = await opened(
    diagram('shop')
      .start('ordered', { message: 'order' })
      .catch('paid', { message: 'payment' })
      .end()
      .correlationKey('orderKey', both),
  )
  const [instance] = await publish(test, 'order', { who: 'mina', id: 1 })
  expect(await publish(test, 'payment', { payer: 'mina', order: 2 })).toEqual([])
  expect(await publish(test, 'payment', { order: 1 })).toEqual([])
  expect(await publish(test, 'payment', { payer: 'mina', order: 1 })).toEqual([instance])
})

test('[CK2] a conversation that knows no key takes any message, and then those alone that belong to it', async () => {
  const test = await opened(
    diagram('shop')
      .start()
      .catch('asked', { message: 'request' })
      .catch('answered', { message: 'answer' })
      .end()
      .correlationKey('topicKey', { topic: { request: 'topic', answer: 'about' } }),
  )
  const { key } = await test.start('shop')
  expect(await publish(test, 'request', { topic: 'ink' })).toEqual([key])
  expect(await publish(test, 'answer', { about: 'paper' })).toEqual([])
  expect(await publish(test, 'answer', { about: 'ink' })).toEqual([key])
})

test('[CK2] what is waited for already is waited for with the key that another message has said', async () => {
  const test = await opened(
    diagram('shop')
      .start()
      .parallel('fork')
      .catch('asked', { message: 'request' })
      .userTask('work')
      .from('fork')
      .catch('answered', { message: 'answer' })
      .userTask('more')
      .correlationKey('topicKey', { topic: { request: 'topic', answer: 'about' } }),
  )
  const { key } = await test.start('shop')
  await publish(test, 'request', { topic: 'ink' })
  expect(await publish(test, 'answer', { about: 'paper' })).toEqual([])
  expect(await publish(test, 'answer', { about: 'ink' })).toEqual([key])
})

test('[CK2] of those that wait, who has the key comes before who takes any', async () => {
  const test = await opened(
    diagram('shop')
      .start()
      .catch('asked', { message: 'request' })
      .catch('again', { message: 'request' })
      .end()
      .correlationKey('topicKey', { topic: { request: 'topic' } }),
  )
  const one = await test.start('shop')
  await publish(test, 'request', { topic: 'ink' })
  const other = await test.start('shop')
  const third = await test.start('shop')
  await publish(test, 'request', { topic: 'paper' })
  expect(await publish(test, 'request', { topic: 'paper' })).toEqual([other.key])
  expect(await publish(test, 'request', { topic: 'pens' })).toEqual([third.key])
  expect(await test.statusOf(one.key)).toBe('active')
})

test('[CK2] a message of several conversations says the key of each that does not know it yet', async () => {
  const test = await opened(
    diagram('shop')
      .start('ordered', { message: 'order' })
      .catch('accepted', { message: 'acceptance' })
      .catch('sent', { message: 'shipment' })
      .end()
      .correlationKey('orderKey', { order: { order: 'order', acceptance: 'order' } })
      .correlationKey('parcelKey', { parcel: { acceptance: 'parcel', shipment: 'parcel' } }),
  )
  const [instance] = await publish(test, 'order', { order: 'A' })
  expect(await publish(test, 'acceptance', { order: 'B', parcel: 'p1' })).toEqual([])
  expect(await publish(test, 'acceptance', { order: 'A', parcel: 'p1' })).toEqual([instance])
  expect(await publish(test, 'shipment', { parcel: 'p2' })).toEqual([])
  expect(await publish(test, 'shipment', { parcel: 'p1' })).toEqual([instance])
})

test('[CK3] each instance of a multi-instance sub-process has a conversation of its own', async () => {
  const test = await opened(
    diagram('tender')
      .start()
      .subProcess(
        'ask',
        (inside) =>
          inside
            .start('begin')
            .throw('request', { message: 'request', inputs: { supplier: '=supplier' } })
            .catch('offered', { message: 'offer' })
            .end('asked'),
        {
          multiInstance: {
            inputCollection: '=suppliers',
            inputElement: 'supplier',
            outputCollection: 'offers',
            outputElement: '=offer',
          },
        },
      )
      .end()
      .correlationKey('supplierKey', { supplier: { request: 'supplier', offer: 'from' } }),
  )
  const { key } = await test.start('tender', { suppliers: ['s1', 's2'] })
  expect(await publish(test, 'offer', { from: 's2', offer: 20 })).toEqual([key])
  expect(await publish(test, 'offer', { from: 's2', offer: 21 })).toEqual([])
  expect(await publish(test, 'offer', { from: 's1', offer: 10 })).toEqual([key])
  expect(await test.statusOf(key)).toBe('completed')
})

const bank = () =>
  diagram('bank')
    .start('asked', { message: 'order' })
    .userTask('check')
    .throw('pay', { message: 'payment', inputs: { order: '={id: id}' } })
    .end()
    .correlationKey('payments', orderId)

test('[CK4] what one process throws reaches the instance whose conversation it belongs to, though nothing says its key', async () => {
  const test = await opened(shop(), bank())
  const [a] = await publish(test, 'order', { id: 'A' })
  const [b] = await publish(test, 'order', { id: 'B' })
  await test.complete('check')
  expect([await test.statusOf(a!), await test.statusOf(b!)]).toEqual(['completed', 'active'])
})

test('[CK4] a message that nothing is said of how to send is sent by the engine when it takes part in a conversation', async () => {
  const silent = bank()
    .toXml()
    .replace(/<zeebe:publishMessage\/>/, '')
  expect(silent).not.toContain('publishMessage')
  const test = await opened(shop())
  const deployed = await test.engine.deploy([{ name: 'bank.bpmn', content: silent }], 'dana')
  expect(deployed.ok).toBe(true)
  const [a] = await publish(test, 'order', { id: 'A' })
  await test.complete('check')
  expect(await test.statusOf(a!)).toBe('completed')
})

test('[CK4] what is sent first says the key of the conversation; what says another one is not sent', async () => {
  const test = await opened(
    diagram('buyer')
      .start()
      .sendTask('order', { message: 'order' })
      .userTask('wait')
      .sendTask('orderAgain', { message: 'order' })
      .end()
      .correlationKey('orderKey', { orderId: { order: 'id' } }),
  )
  const { key } = await test.start('buyer', { id: 'A' })
  await test.complete('wait', { id: 'B' })
  const [incident] = await test.engine.store.find('incidents', { where: [] })
  expect(incident).toMatchObject({ instance: key, elementId: 'orderAgain' })
  expect(incident!.message).toContain(`expected the message to say 'A'`)
})

const watching = () =>
  diagram('watch')
    .start()
    .catch('moved', { message: 'price' })
    .end()
    .correlationKey('shareKey', { share: { price: 'share' } }, { share: 'watched' })

test('[CK5] the key follows the data of the process', async () => {
  const test = await opened(watching())
  const { key } = await test.start('watch', { watched: 'ABC' })
  expect(await publish(test, 'price', { share: 'XYZ' })).toEqual([])
  const command = { type: 'setVariables', key, variables: { watched: 'XYZ' }, local: false } as const
  await test.engine.execute(key, command, by)
  expect(await publish(test, 'price', { share: 'ABC' })).toEqual([])
  expect(await publish(test, 'price', { share: 'XYZ' })).toEqual([key])
})

test('[CK5] data that changes while the instance is suspended counts when it is resumed', async () => {
  const test = await opened(watching())
  const { key } = await test.start('watch', { watched: 'ABC' })
  await test.engine.execute(key, { type: 'suspendInstance' }, by)
  const command = { type: 'setVariables', key, variables: { watched: 'XYZ' }, local: false } as const
  await test.engine.execute(key, command, by)
  expect(await publish(test, 'price', { share: 'XYZ' })).toEqual([])
  await test.engine.execute(key, { type: 'resumeInstance' }, by)
  expect(await publish(test, 'price', { share: 'ABC' })).toEqual([])
  expect(await publish(test, 'price', { share: 'XYZ' })).toEqual([key])
})

test('[CK5] data without a value leaves the key to the messages', async () => {
  const test = await opened(watching())
  const { key } = await test.start('watch')
  expect(await publish(test, 'price', { share: 'XYZ' })).toEqual([key])
})

test('[CK6] a key that is given with the message counts, whatever the message carries', async () => {
  const test = await opened(shop())
  const [instance] = await publish(test, 'order', { id: 'A' })
  expect(await publish(test, 'payment', { order: { id: 'A' } }, { correlationKey: 'B' })).toEqual([])
  expect(await publish(test, 'payment', {}, { correlationKey: 'A' })).toEqual([instance])
})

test('[CK6] a message with a subscription key of its own is correlated by that', async () => {
  const test = await opened(
    diagram('shop')
      .start()
      .catch('paid', { message: 'payment', key: '=id' })
      .end()
      .correlationKey('orderKey', { orderId: { payment: 'order' } }),
  )
  const { key } = await test.start('shop', { id: 'A' })
  expect(await publish(test, 'payment', { order: 'A' })).toEqual([])
  expect(await publish(test, 'payment', {}, { correlationKey: 'A' })).toEqual([key])
})

describe('[CK7] messages that begin instances', () => {
  const key = { id: { order: 'id', deposit: 'order' } }
  const counting = async (test: TestEngine) => (await test.tasks()).map(({ elementId }) => elementId).sort()

  const twoStarts = () =>
    diagram('shop')
      .start('ordered', { message: 'order' })
      .userTask('pack')
      .end('packed')
      .start('deposited', { message: 'deposit' })
      .userTask('book')
      .end('booked')
      .correlationKey('orderKey', key)

  test('of one conversation begin one instance', async () => {
    const test = await opened(twoStarts())
    const [instance] = await publish(test, 'order', { id: 'A' })
    expect(await publish(test, 'deposit', { order: 'A' })).toEqual([instance])
    expect(await publish(test, 'deposit', { order: 'B' })).not.toEqual([instance])
    expect(await counting(test)).toEqual(['book', 'book', 'pack'])
  })

  test('begin there as often as they come, as long as the instance runs, and do not keep it running', async () => {
    const test = await opened(twoStarts())
    const [instance] = await publish(test, 'deposit', { order: 'A' })
    expect(await publish(test, 'order', { id: 'A' })).toEqual([instance])
    expect(await publish(test, 'deposit', { order: 'A' })).toEqual([instance])
    expect(await counting(test)).toEqual(['book', 'book', 'pack'])
    await test.complete('book')
    await test.complete('book')
    await test.complete('pack')
    expect(await test.statusOf(instance!)).toBe('completed')
    expect(await publish(test, 'order', { id: 'A' })).not.toEqual([instance])
  })

  test('begin an instance each when they are alone in their conversation', async () => {
    const test = await opened(shop())
    const [first] = await publish(test, 'order', { id: 'A' })
    expect(await publish(test, 'order', { id: 'A' })).not.toEqual([first])
  })

  test('are received by tasks that begin instances', async () => {
    const begins = { attributes: { instantiate: 'true' } }
    const test = await opened(
      diagram('shop')
        .receiveTask('ordered', 'order', undefined, begins)
        .parallel('both')
        .end()
        .beside()
        .receiveTask('deposited', 'deposit', undefined, begins)
        .to('both')
        .correlationKey('orderKey', key),
    )
    const [instance] = await publish(test, 'order', { id: 'A' })
    await publish(test, 'deposit', { order: 'B' })
    expect(await test.statusOf(instance!)).toBe('active')
    expect(await publish(test, 'deposit', { order: 'A' })).toEqual([instance])
    expect(await test.statusOf(instance!)).toBe('completed')
  })

  test('are waited for by a parallel event-based gateway with the key of the first', async () => {
    const attributes = { instantiate: 'true', eventGatewayType: 'Parallel' }
    const test = await opened(
      diagram('shop')
        .eventBased('begin', { attributes })
        .catch('ordered', { message: 'order' })
        .end('one')
        .from('begin')
        .catch('deposited', { message: 'deposit' })
        .end('other')
        .correlationKey('orderKey', key),
    )
    const [instance] = await publish(test, 'deposit', { order: 'A' })
    const [other] = await publish(test, 'order', { id: 'B' })
    expect(other).not.toBe(instance)
    expect(await publish(test, 'order', { id: 'A' })).toEqual([instance])
    expect([await test.statusOf(instance!), await test.statusOf(other!)]).toEqual(['completed', 'active'])
  })

  test('come to the gateways of one instance, each passed by one of its events', async () => {
    const instantiate = { attributes: { instantiate: 'true' } }
    const test = await opened(
      diagram('shop')
        .eventBased('first', instantiate)
        .catch('ordered', { message: 'order' })
        .exclusive('one')
        .parallel('both')
        .userTask('pack')
        .end()
        .from('first')
        .catch('reordered', { message: 'reorder' })
        .to('one')
        .beside()
        .eventBased('second', instantiate)
        .catch('deposited', { message: 'deposit' })
        .exclusive('other')
        .to('both')
        .from('second')
        .catch('waived', { message: 'waiver' })
        .to('other')
        .correlationKey('orderKey', { id: { ...key.id, reorder: 'id', waiver: 'id' } }),
    )
    const [instance] = await publish(test, 'order', { id: 'A' })
    expect(await publish(test, 'waiver', { id: 'A' })).toEqual([instance])
    expect(await counting(test)).toEqual(['pack'])
    expect(await publish(test, 'deposit', { order: 'A' })).not.toEqual([instance])
  })

  test('begin no other one when an instance waits for them', async () => {
    const test = await opened(
      diagram('shop')
        .start('ordered', { message: 'order' })
        .catch('changed', { message: 'order' })
        .end()
        .correlationKey('orderKey', { id: { order: 'id' } }),
    )
    const [instance] = await publish(test, 'order', { id: 'A' })
    expect(await publish(test, 'order', { id: 'A' })).toEqual([instance])
    expect(await test.statusOf(instance!)).toBe('completed')
  })
})

test('[ME3] a message that came too early is kept and taken by the instance whose conversation it belongs to', async () => {
  const test = await opened(shop())
  for (const id of ['B', 'A']) await publish(test, 'payment', { order: { id } }, { timeToLive: 60_000 })
  const [instance] = await publish(test, 'order', { id: 'A' })
  expect(await test.statusOf(instance!)).toBe('completed')
  expect(await test.engine.store.count('messages', [])).toBe(1)
})

test('[ME4] one that was kept while another node opened its subscription is found by what it carries', async () => {
  const test = await opened(shop())
  const [instance] = await publish(test, 'order', { id: 'A' })
  await test.engine.store.transact([], async (tx) => {
    const kept = { name: 'payment', correlationKey: '', messageId: '', expiresAt: test.now + 60_000 }
    for (const [at, id] of ['B', 'A'].entries())
      tx.insert('messages', { key: 900_000 + at, ...kept, variables: JSON.stringify({ order: { id } }) })
  })
  await test.engine.runDue()
  expect(await test.statusOf(instance!)).toBe('completed')
  expect(await test.engine.store.count('messages', [])).toBe(1)
})

test('[SE2] [CK2] an instance of an earlier version goes on with its conversation', async () => {
  const test = await opened(shop())
  const [old] = await publish(test, 'order', { id: 'A' })
  await test.deploy(diagram('shop').start('ordered', { message: 'order' }).userTask('pack').end())
  expect(await publish(test, 'payment', { order: { id: 'B' } })).toEqual([])
  expect(await publish(test, 'payment', { order: { id: 'A' } })).toEqual([old])
})

test('[CK2] another node knows the keys of an instance from what is stored', async () => {
  const test = await opened(
    diagram('shop')
      .start('ordered', { message: 'order' })
      .userTask('check')
      .catch('paid', { message: 'payment' })
      .end()
      .correlationKey('orderKey', orderId),
  )
  const [instance] = await publish(test, 'order', { id: 'A' })
  const other = await TestEngine.open({ store: test.engine.store })
  await other.complete('check')
  expect(await publish(other, 'payment', { order: { id: 'B' } })).toEqual([])
  expect(await publish(other, 'payment', { order: { id: 'A' } })).toEqual([instance])
})
