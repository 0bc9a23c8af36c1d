import { diagram } from '../testing/diagram.ts'
import type { AdHocOptions } from '../testing/diagram-options.ts'
import { play } from '../testing/player.ts'

const desk = (options: AdHocOptions = {}) =>
  diagram('p')
    .start()
    .adHoc('desk', (d) => d.userTask('read').userTask('file').beside().userTask('call'), options)
    .userTask('after')
    .end()

test('[AH1] activities that no flow leads to are begun by people, as often as they like', async () => {
  const player = await play(desk())
  expect(player.resting).toEqual(['desk'])
  expect(player.begin('desk', 'read', 'call')).toBeNull()
  expect(player.begin('desk', 'call')).toBeNull()
  expect(player.resting).toEqual(['call', 'call', 'read'])
  expect(player.begin('desk', 'file')).toBe('ad_hoc_not_allowed')
  player.complete('read')
  expect(player.resting).toEqual(['call', 'call', 'file'])
})

test('[AH1] in a sequential one only one thing at a time', async () => {
  const player = await play(desk({ sequential: true }))
  player.begin('desk', 'call')
  expect(player.begin('desk', 'read')).toBe('ad_hoc_not_allowed')
  player.complete('call')
  expect(player.begin('desk', 'read')).toBeNull()
})

test('[AH5] what is begun may have variables of its own, and take the place of what is active', async () => {
  const player = await play(desk({ sequential: true }))
  player.begin('desk', 'call')
  expect(player.beginInstead('desk', 'read', { page: 7 })).toBeNull()
  expect(player.resting).toEqual(['read'])
  expect(player.find('read').variables).toEqual({ page: 7 })
  expect(player.variables).toEqual({})
})

test('[AH2] [AH3] it ends when its condition holds after an activity, and ends what is active', async () => {
  const player = await play(desk({ completionCondition: '=enough' }), { variables: { enough: false } })
  player.begin('desk', 'read', 'call')
  player.complete('call', { enough: true })
  expect(player.resting).toEqual(['after'])
})

test('[AH3] or waits for what is active, and begins nothing more', async () => {
  const options = { completionCondition: '=enough', cancelRemaining: false }
  const player = await play(desk(options), { variables: { enough: false } })
  player.begin('desk', 'read', 'call')
  player.complete('call', { enough: true })
  expect(player.begin('desk', 'call')).toBe('ad_hoc_not_allowed')
  player.complete('read')
  player.complete('file')
  expect(player.resting).toEqual(['after'])
})

test('[AH3] without a condition somebody says that the work is done', async () => {
  const player = await play(desk())
  player.begin('desk', 'call')
  player.complete('call')
  expect(player.resting).toEqual(['desk'])
  player.finish('desk')
  expect(player.resting).toEqual(['after'])
})

test('[AH4] what the diagram lists begins by itself, and the whole ends when it is done', async () => {
  const player = await play(desk({ activeElements: '=["call"]' }))
  expect(player.resting).toEqual(['call'])
  player.complete('call')
  expect(player.resting).toEqual(['after'])
})

test('[AH4] [SP1] with nothing inside it is done at once', async () => {
  const drawing = diagram('p')
    .start()
    .adHoc('empty', (d) => d)
    .subProcess('nothing', (d) => d)
    .userTask('after')
    .end()
  expect((await play(drawing)).resting).toEqual(['after'])
})

test('[SL1] a standard loop goes on while its condition holds', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('try', { standardLoop: { condition: '=not(ok)' } })
    .userTask('after')
    .end()
  const player = await play(drawing, { variables: { ok: false } })
  player.complete('try#1')
  expect(player.resting).toEqual(['try#2'])
  player.complete('try#2', { ok: true })
  expect(player.resting).toEqual(['after'])
})

test('[SL1] looked at before, it may not run at all; a maximum ends it', async () => {
  const before = diagram('p')
    .start()
    .userTask('try', { standardLoop: { condition: '=false', testBefore: true } })
    .userTask('after')
    .end()
  expect((await play(before)).resting).toEqual(['after'])
  const twice = diagram('p')
    .start()
    .userTask('try', { standardLoop: { maximum: 2 } })
    .userTask('after')
    .end()
  const player = await play(twice)
  player.complete('try#1')
  player.complete('try#2')
  expect(player.resting).toEqual(['after'])
})

test('[SL1] its counter says how many turns are done', async () => {
  const drawing = diagram('p')
    .start()
    .scriptTask('try', '=loopCounter', 'last', { standardLoop: { condition: '=loopCounter < 3' } })
    .end()
  expect((await play(drawing)).variables).toEqual({ last: 3 })
})

test('[MI1] a cardinality says how many instances there are', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('each', { multiInstance: { cardinality: '=n + 1' } })
    .end()
  expect((await play(drawing, { variables: { n: 2 } })).resting).toEqual(['each#1', 'each#2', 'each#3'])
})

const throwing = (behavior: string) => `<bpmn:multiInstanceLoopCharacteristics ${behavior}`

test('[MI6] the first instance that completes throws at the whole', async () => {
  const loop = `${throwing('behavior="One" oneBehaviorEventRef="first"')}><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>`
  const drawing = diagram('p')
    .start()
    .userTask('each', { xml: loop })
    .end()
    .boundary('told', 'each', { signal: 'one', interrupting: false })
    .userTask('look')
    .end('end2')
  const beside = '<bpmn:signalEventDefinition id="first" signalRef="signal-1"/>'
  const player = await play(drawing.toXml({ beside }))
  player.complete('each#2')
  player.complete('each#1')
  expect(player.resting).toEqual(['each#3', 'look'])
})

test('[MI6] a condition on what is thrown sees the standard’s counters', async () => {
  const event =
    '<bpmn:event id="tell"><bpmn:signalEventDefinition id="told-def" signalRef="signal-1"/></bpmn:event>'
  const second = `<bpmn:complexBehaviorDefinition id="second"><bpmn:condition>=numberOfCompletedInstances = 2 and numberOfActiveInstances = 1</bpmn:condition>${event}</bpmn:complexBehaviorDefinition>`
  const loop = `${throwing('behavior="Complex"')}><bpmn:loopCardinality>3</bpmn:loopCardinality>${second}</bpmn:multiInstanceLoopCharacteristics>`
  const drawing = diagram('p')
    .start()
    .userTask('each', { xml: loop })
    .end()
    .boundary('told', 'each', { signal: 'two', interrupting: false })
    .userTask('look')
    .end('end2')
  const player = await play(drawing)
  player.complete('each#1')
  expect(player.resting).toEqual(['each#2', 'each#3'])
  player.complete('each#2')
  expect(player.resting).toEqual(['each#3', 'look'])
})

test('[DO4] declared inputs are the task’s own, and only declared outputs leave it', async () => {
  const io =
    '<bpmn:ioSpecification><bpmn:dataInput id="in_1" name="input 1"/><bpmn:dataOutput id="out_1" name="output 1"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>'
  const drawing = diagram('p').start().userTask('work', { xml: io }).userTask('after').end()
  const player = await play(drawing, { variables: { in_1: 1, around: true } })
  expect(player.visibleAt('work')).toEqual({ in_1: 1, around: true })
  player.complete('work', { in_1: 2, out_1: 'x', extra: true })
  expect(player.variables).toEqual({ in_1: 1, around: true, out_1: 'x' })
})

const asDrawnByTools = (properties: string) =>
  `<bpmn:ioSpecification><bpmn:dataInput id="list" name="the list"/><bpmn:dataOutput id="made"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>
  <bpmn:dataInputAssociation><bpmn:sourceRef>orders</bpmn:sourceRef><bpmn:targetRef>list</bpmn:targetRef></bpmn:dataInputAssociation>
  <bpmn:dataOutputAssociation><bpmn:sourceRef>made</bpmn:sourceRef><bpmn:targetRef>results</bpmn:targetRef></bpmn:dataOutputAssociation>
  <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopDataInputRef>list</bpmn:loopDataInputRef>
  <bpmn:loopDataOutputRef>made</bpmn:loopDataOutputRef>${properties}</bpmn:multiInstanceLoopCharacteristics>`

test('[DO4] a loop runs over what its declared collection is connected with, and collects likewise', async () => {
  const items =
    '<bpmn:inputDataItem id="one" name="one order"/><bpmn:outputDataItem id="answer" name="the answer"/>'
  const drawing = diagram('p')
    .xml('<bpmn:dataObject id="orders"/><bpmn:dataObject id="results"/>')
    .start()
    .userTask('each', { xml: asDrawnByTools(items) })
    .end()
  const player = await play(drawing, { variables: { orders: ['a', 'b'] } })
  expect(player.visibleAt('each#1').one).toBe('a')
  player.complete('each#1', { answer: 1 })
  player.complete('each#2', { answer: 2 })
  expect(player.variables).toMatchObject({ orders: ['a', 'b'], results: [1, 2] })
})

test.each([
  ['without an item', ''],
  ['with an item for its input only', '<bpmn:inputDataItem id="one"/>'],
])('[DO4] a loop whose results have a collection, %s, runs and collects nothing', async (_what, items) => {
  const drawing = diagram('p')
    .xml('<bpmn:dataObject id="orders"/><bpmn:dataObject id="results"/>')
    .start()
    .userTask('each', { xml: asDrawnByTools(items) })
    .end()
  const player = await play(drawing, { variables: { orders: ['a'] } })
  player.complete('each#1')
  expect(player.status).toBe('completed')
  expect(player.variables).toEqual({ orders: ['a'] })
})

test('[DO1] [DO2] [DO3] data of a sub-process is copied in and out by its associations, and ends with it', async () => {
  const io =
    '<bpmn:ioSpecification><bpmn:dataInput id="in" name="given"/><bpmn:dataOutput id="out" name="made"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>' +
    '<bpmn:dataInputAssociation id="di"><bpmn:sourceRef>order</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>' +
    '<bpmn:dataOutputAssociation id="do"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>inner</bpmn:targetRef></bpmn:dataOutputAssociation>'
  const drawing = diagram('p')
    .xml('<bpmn:dataObject id="order" name="theOrder"/>')
    .start()
    .subProcess('sub', (d) =>
      d
        .xml('<bpmn:dataObject id="inner"/>')
        .start('s')
        .userTask('work', { xml: io })
        .userTask('next')
        .end('e'),
    )
    .userTask('after')
    .end()
  const player = await play(drawing, { variables: { theOrder: 7 } })
  expect(player.visibleAt('work').given).toBe(7)
  player.complete('work', { made: 'x', extra: true })
  expect(player.visibleAt('next')).toEqual({ theOrder: 7, inner: 'x' })
  player.complete('next')
  expect(player.variables).toEqual({ theOrder: 7 })
})
