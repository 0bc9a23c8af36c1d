import { noVariables } from '../json.ts'
import { diagram } from '../testing/diagram.ts'
import { historyOf } from '../testing/history-of.ts'
import { TestEngine } from '../testing/test-engine.ts'

/** Corners that need more than one instance, kept messages or two nodes: histories in the words of `engine/scenarios`. */

const by = { by: 'sara' }

const publish = (test: TestEngine, name: string, correlationKey: string, more = {}) =>
  test.engine.publish(
    { name, correlationKey, messageId: '', timeToLive: 0, variables: noVariables(), ...more },
    by,
  )

async function instancesOf(test: TestEngine, processId: string): Promise<number[]> {
  const rows = await test.engine.store.find('instances', { where: [] })
  const keys: number[] = []
  for (const { key, definition } of rows)
    if ((await test.engine.definitions.row(definition))?.processId === processId) keys.push(key)
  return keys
}

test('[ER4] [ER1] an error crosses two call activities to the first who catches it; what lies between ends', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('customs').start('filed').userTask('examine').end('denied', { error: 'DENIED' }),
    diagram('shipping')
      .start('packed')
      .callActivity('clear', 'customs')
      .end('cleared')
      .boundary('broken', 'clear', { error: 'BROKEN' })
      .end('returned'),
    diagram('order')
      .start('ordered')
      .callActivity('ship', 'shipping')
      .end('shipped')
      .boundary('not-exported', 'ship', { error: 'DENIED' })
      .userTask('refund')
      .end('refunded'),
  )
  const { key } = await test.start('order')
  await test.complete('examine')
  await test.complete('refund')
  expect(await historyOf(test, key)).toEqual([
    'instance created',
    'activated ordered',
    'completed ordered',
    'taken ordered-ship',
    'activated ship',
    'process called ship',
    'call failed ship',
    'error DENIED at ship',
    'terminated ship',
    'activated not-exported',
    'completed not-exported',
    'taken not-exported-refund',
    'activated refund',
    'task created refund',
    'task completed refund',
    'completed refund',
    'taken refund-refunded',
    'activated refunded',
    'completed refunded',
    'instance completed',
  ])
  const [shipping] = await instancesOf(test, 'shipping')
  expect(await historyOf(test, shipping!)).toEqual([
    'instance created',
    'activated packed',
    'completed packed',
    'taken packed-clear',
    'activated clear',
    'process called clear',
    'call failed clear',
    'error DENIED at clear',
    'error escaped shipping',
    'terminated clear',
    'instance canceled',
  ])
  const [customs] = await instancesOf(test, 'customs')
  expect(await historyOf(test, customs!)).toEqual([
    'instance created',
    'activated filed',
    'completed filed',
    'taken filed-examine',
    'activated examine',
    'task created examine',
    'task completed examine',
    'completed examine',
    'taken examine-denied',
    'activated denied',
    'error DENIED at denied',
    'error escaped customs',
    'terminated denied',
    'instance canceled',
  ])
})

const intake = (type: 'Exclusive' | 'Parallel') =>
  diagram('intake')
    .eventBased('first', { attributes: { instantiate: 'true', eventGatewayType: type } })
    .catch('by-mail', { message: 'order-mail', key: '=number' })
    .userTask('read')
    .end('read-in')
    .from('first')
    .catch('by-phone', { message: 'order-call', key: '=number' })
    .userTask('note')
    .end('noted')

test('[EG2] an event-based gateway starts an instance with each event that comes', async () => {
  const test = await TestEngine.open()
  await test.deploy(intake('Exclusive'))
  await publish(test, 'order-call', '', { variables: { number: 'A-1' } })
  await publish(test, 'order-mail', '', { variables: { number: 'A-1' } })
  const [called, mailed] = await instancesOf(test, 'intake')
  expect(await historyOf(test, called!)).toEqual([
    'instance created',
    'activated first',
    'completed first',
    'taken first-by-phone',
    'activated by-phone',
    'set intake {"number":"A-1"}',
    'completed by-phone',
    'taken by-phone-note',
    'activated note',
    'task created note',
  ])
  expect(await historyOf(test, mailed!)).toEqual([
    'instance created',
    'activated first',
    'completed first',
    'taken first-by-mail',
    'activated by-mail',
    'set intake {"number":"A-1"}',
    'completed by-mail',
    'taken by-mail-read',
    'activated read',
    'task created read',
  ])
})

test('[EG2] [ME5] one that needs all of its events starts one instance, which waits for the others', async () => {
  const test = await TestEngine.open()
  await test.deploy(intake('Parallel'))
  await publish(test, 'order-call', '', { variables: { number: 'A-1' } })
  await publish(test, 'order-mail', 'A-1', { variables: { pages: 2 } })
  const [one, ...others] = await instancesOf(test, 'intake')
  expect(others).toEqual([])
  expect(await historyOf(test, one!)).toEqual([
    'instance created',
    'activated first',
    'set first {"number":"A-1"}',
    'subscribed by-mail to order-mail/A-1',
    'taken first-by-phone',
    'activated by-phone',
    'set intake {"number":"A-1"}',
    'completed by-phone',
    'taken by-phone-note',
    'activated note',
    'task created note',
    'message correlated first',
    'completed first',
    'taken first-by-mail',
    'activated by-mail',
    'set intake {"pages":2}',
    'completed by-mail',
    'taken by-mail-read',
    'activated read',
    'task created read',
  ])
})

const waiting = diagram('invoice')
  .start('sent')
  .catch('paid', { message: 'payment', key: '=customer' })
  .end('closed')

test('[ME2] [ME3] a payment that is there before its invoice is taken when the invoice begins to wait', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting)
  await publish(test, 'payment', 'C-7', { timeToLive: 60_000, variables: { amount: 90 } })
  await publish(test, 'payment', 'C-7', { timeToLive: 60_000, variables: { amount: 40 } })
  const { key } = await test.start('invoice', { customer: 'C-7' })
  expect(await historyOf(test, key)).toEqual([
    'instance created',
    'set invoice {"customer":"C-7"}',
    'activated sent',
    'completed sent',
    'taken sent-paid',
    'activated paid',
    'subscribed paid to payment/C-7',
    'message correlated paid',
    'set invoice {"amount":90}',
    'completed paid',
    'taken paid-closed',
    'activated closed',
    'completed closed',
    'instance completed',
  ])
  test.now += 60_001
  const late = await test.start('invoice', { customer: 'C-7' })
  expect(await historyOf(test, late.key)).toEqual([
    'instance created',
    'set invoice {"customer":"C-7"}',
    'activated sent',
    'completed sent',
    'taken sent-paid',
    'activated paid',
    'subscribed paid to payment/C-7',
  ])
})

test('[ME1] of two invoices of one customer each payment reaches one, the older first', async () => {
  const test = await TestEngine.open()
  await test.deploy(waiting)
  const older = await test.start('invoice', { customer: 'C-7' })
  const newer = await test.start('invoice', { customer: 'C-7' })
  await publish(test, 'payment', 'C-7', { variables: { amount: 90 } })
  expect(await historyOf(test, older.key)).toEqual([
    'instance created',
    'set invoice {"customer":"C-7"}',
    'activated sent',
    'completed sent',
    'taken sent-paid',
    'activated paid',
    'subscribed paid to payment/C-7',
    'message correlated paid',
    'set invoice {"amount":90}',
    'completed paid',
    'taken paid-closed',
    'activated closed',
    'completed closed',
    'instance completed',
  ])
  expect(await historyOf(test, newer.key)).toEqual([
    'instance created',
    'set invoice {"customer":"C-7"}',
    'activated sent',
    'completed sent',
    'taken sent-paid',
    'activated paid',
    'subscribed paid to payment/C-7',
  ])
  await publish(test, 'payment', 'C-7', { variables: { amount: 40 } })
  expect((await historyOf(test, newer.key)).slice(7)).toEqual([
    'message correlated paid',
    'set invoice {"amount":40}',
    'completed paid',
    'taken paid-closed',
    'activated closed',
    'completed closed',
    'instance completed',
  ])
})

test('[BE1] [TE1] who is called ends with the call activity that is interrupted', async () => {
  const test = await TestEngine.open()
  await test.deploy(
    diagram('freight').start('asked').userTask('load').end('loaded'),
    diagram('order')
      .start('ordered')
      .callActivity('book', 'freight')
      .end('booked')
      .boundary('late', 'book', { duration: 'PT1H' })
      .end('driven'),
  )
  await test.start('order')
  await test.workUntilQuiet()
  const [freight] = await instancesOf(test, 'freight')
  expect(await historyOf(test, freight!)).toEqual([
    'instance created',
    'activated asked',
    'completed asked',
    'taken asked-load',
    'activated load',
    'task created load',
    'task canceled load',
    'terminated load',
    'instance canceled',
  ])
})

const inspection = diagram('inspection')
  .start('built')
  .subProcess('inspect', (inside) => inside.start('on-bench').userTask('measure').end('passed'))
  .end('packed')
  .boundary('too-late', 'inspect', { duration: 'PT1H' })
  .end('scrapped')

const measuring = [
  'instance created',
  'activated built',
  'completed built',
  'taken built-inspect',
  'activated inspect',
  'timer too-late due 2026-01-05T09:00:00.000Z',
  'activated on-bench',
  'completed on-bench',
  'taken on-bench-measure',
  'activated measure',
  'task created measure',
]

const measured = [
  'task completed measure',
  'completed measure',
  'taken measure-passed',
  'activated passed',
  'completed passed',
  'timer canceled inspect',
  'completed inspect',
  'taken inspect-packed',
  'activated packed',
  'completed packed',
  'instance completed',
]

const expired = [
  'timer fired inspect',
  'task canceled measure',
  'terminated measure',
  'terminated inspect',
  'activated too-late',
  'completed too-late',
  'taken too-late-scrapped',
  'activated scrapped',
  'completed scrapped',
  'instance completed',
]

test.each([
  ['the last task', true],
  ['the timer', false],
])(
  '[BE1] [TI3] %s is first of two that come at once on two nodes: one way out',
  async (_which, taskFirst) => {
    const one = await TestEngine.open()
    const other = await TestEngine.open({ store: one.engine.store })
    await one.deploy(inspection)
    const { key } = await one.start('inspection')
    const task = await one.task('measure')
    one.now += 3_600_000
    other.now = one.now
    const [timer] = await one.engine.store.find('timers', { where: [] })
    const complete = {
      type: 'completeTask',
      key: task.key,
      variables: noVariables(),
      outcome: null,
    } as const
    const fire = { type: 'fireTimer', key: timer!.elementInstance, timer: timer!.key } as const
    const [first, second] = taskFirst ? [complete, fire] : ([fire, complete] as const)
    const both = await Promise.all([
      one.engine.execute(key, first, by),
      other.engine.execute(key, second, by),
    ])
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
    expect(await historyOf(one, key)).toEqual([...measuring, ...(taskFirst ? measured : expired)])
  },
)
