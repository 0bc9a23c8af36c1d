import { diagram, FOR_COMPENSATION } from '../testing/diagram.ts'
import type { TriggerOptions } from '../testing/diagram-options.ts'
import { play } from '../testing/player.ts'

const trip = (compensate: true | string = true) =>
  diagram('p')
    .start()
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight')
    .userTask('hotel')
    .compensatedBy('hotel', 'undoHotel')
    .userTask('visit')
    .throw('undo', { compensate })
    .userTask('after')
    .end()

test('[CO1] [CO2] what was completed is undone in reverse order, one after another, and the thrower waits', async () => {
  const player = await play(trip())
  for (const id of ['flight', 'hotel', 'visit']) player.complete(id)
  expect(player.resting).toEqual(['undo', 'undoHotel'])
  player.complete('undoHotel')
  expect(player.resting).toEqual(['undo', 'undoFlight'])
  player.complete('undoFlight')
  expect(player.resting).toEqual(['after'])
})

test('[CO3] one activity alone, if the event says so; undone once', async () => {
  const drawing = trip('flight')
    .from('after')
    .throw('again', { compensate: true })
    .userTask('last')
    .end('end2')
  const player = await play(drawing)
  for (const id of ['flight', 'hotel', 'visit']) player.complete(id)
  expect(player.resting).toEqual(['undo', 'undoFlight'])
  player.complete('undoFlight')
  player.complete('after')
  expect(player.resting).toEqual(['again', 'undoHotel'])
})

test('[CO1] nothing is undone that has not been done', async () => {
  const drawing = diagram('p')
    .start()
    .parallel('fork')
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight')
    .end()
    .from('fork')
    .throw('undo', { compensate: true })
    .userTask('after')
    .end('end2')
  expect((await play(drawing)).resting).toEqual(['after', 'flight'])
})

test('[CO1] who undoes sees what the activity knew', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('flight', { inputs: { seat: '=wanted' } })
    .compensatedBy('flight', 'undoFlight')
    .throw('undo', { compensate: true })
    .end()
  const player = await play(drawing, { variables: { wanted: '7A' } })
  player.complete('flight')
  player.setVariables({ wanted: '9F' })
  expect(player.visibleAt('undoFlight').seat).toBe('7A')
})

const booked = (sub: 'sub', inside = (d: ReturnType<typeof diagram>) => d) =>
  diagram('p')
    .start()
    .subProcess(sub, (d) =>
      inside(
        d
          .start('s')
          .userTask('flight')
          .compensatedBy('flight', 'undoFlight')
          .userTask('hotel')
          .compensatedBy('hotel', 'undoHotel')
          .end('e'),
      ),
    )
    .throw('undo', { compensate: true })
    .userTask('after')
    .end()

test('[CO4] a completed sub-process is undone by undoing what is inside it', async () => {
  const player = await play(booked('sub'))
  player.complete('flight')
  player.complete('hotel')
  expect(player.resting).toEqual(['undo', 'undoHotel'])
  player.complete('undoHotel')
  player.complete('undoFlight')
  expect(player.resting).toEqual(['after'])
})

test('[CO4] or by its event sub-process for compensation, which may have single activities undone [CO3]', async () => {
  const drawing = booked('sub', (d) =>
    d.eventSubProcess('handle', (h) =>
      h
        .start('hs', { compensate: true })
        .throw('flightOnly', { compensate: 'flight' })
        .userTask('tell')
        .end('he'),
    ),
  )
  const player = await play(drawing)
  player.complete('flight')
  player.complete('hotel')
  expect(player.resting).toEqual(['flightOnly', 'undo', 'undoFlight'])
  player.complete('undoFlight')
  player.complete('tell')
  expect(player.resting).toEqual(['after'])
})

test('[CO2] each instance of a multi-instance activity is undone by itself, with its own item', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('book', { multiInstance: { inputCollection: '=["a", "b"]', inputElement: 'room' } })
    .compensatedBy('book', 'cancel')
    .throw('undo', { compensate: true })
    .userTask('after')
    .end()
  const player = await play(drawing)
  player.complete('book#1')
  player.complete('book#2')
  expect(player.visibleAt('cancel').room).toBe('b')
  player.complete('cancel')
  expect(player.visibleAt('cancel').room).toBe('a')
  player.complete('cancel')
  expect(player.resting).toEqual(['after'])
})

test('[CO3] an event that does not wait goes on at once', async () => {
  const event = '<bpmn:compensateEventDefinition waitForCompletion="false"/>'
  const drawing = diagram('p')
    .start()
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight')
    .throw('undo', { xml: event })
    .userTask('after')
    .end()
  const player = await play(drawing)
  player.complete('flight')
  expect(player.resting).toEqual(['after', 'undoFlight'])
  player.complete('after')
  expect(player.status).toBe('active')
  player.complete('undoFlight')
  expect(player.status).toBe('completed')
})

test('[CO2] a handler may be a sub-process, and one that is interrupted counts as done', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight', (d) =>
      d
        .subProcess('undoFlight', (i) => i.start('s').userTask('call').end('e'), FOR_COMPENSATION)
        .boundary('late', 'undoFlight', { duration: 'PT1H' })
        .userTask('giveUp')
        .end('given'),
    )
    .throw('undo', { compensate: true })
    .userTask('after')
    .end()
  const player = await play(drawing)
  player.complete('flight')
  expect(player.resting).toEqual(['call', 'undo'])
  player.advanceTo('2026-01-05T10:00:00Z')
  expect(player.resting).toEqual(['after', 'giveUp'])
})

const transaction = (cancel = true) => {
  const drawing = diagram('p')
    .start()
    .transaction('tx', (d) =>
      d
        .start('s')
        .userTask('pay')
        .compensatedBy('pay', 'refund')
        .exclusive('ok')
        .from('ok', { when: '=good' })
        .end('done')
        .from('ok', { isDefault: true })
        .end('cancel', { cancel: true }),
    )
    .userTask('after')
    .end()
  return cancel ? drawing.boundary('canceled', 'tx', { cancel: true }).userTask('sorry').end('end2') : drawing
}

test('[TX1] [TX2] a canceled transaction is undone, then goes on from its cancel event', async () => {
  const player = await play(transaction())
  player.complete('pay', { good: false })
  expect(player.resting).toEqual(['refund'])
  player.complete('refund')
  expect(player.resting).toEqual(['sorry'])
})

test('[TX2] without a cancel event nothing leaves it; a good one undoes nothing', async () => {
  const player = await play(transaction(false))
  player.complete('pay', { good: false })
  player.complete('refund')
  expect(player.status).toBe('completed')
  const good = await play(transaction())
  good.complete('pay', { good: true })
  expect(good.resting).toEqual(['after'])
})

test('[MU1] [TX2] a canceled transaction goes on from an event that waits for other triggers too', async () => {
  const drawing = transaction(false)
    .boundary('either', 'tx', { several: [{ cancel: true }, { error: true }] })
    .userTask('sorry')
    .end('end2')
  const player = await play(drawing)
  player.complete('pay', { good: false })
  player.complete('refund')
  expect(player.resting).toEqual(['sorry'])
})

test.each<[string, TriggerOptions]>([
  ['a message', { message: 'news', key: '="k"' }],
  ['an error', { error: 'E' }],
])(
  '[TX1] %s that comes while a transaction is undone begins no event sub-process of it',
  async (_what, trigger) => {
    const drawing = diagram('p')
      .start()
      .transaction('tx', (d) =>
        d
          .start('s')
          .userTask('pay')
          .compensatedBy('pay', 'refund', (h) => h.serviceTask('refund', 'refund', FOR_COMPENSATION))
          .end('cancel', { cancel: true })
          .eventSubProcess('handle', (h) => h.start('hs', trigger).userTask('instead').end('he')),
      )
      .end()
      .boundary('canceled', 'tx', { cancel: true })
      .userTask('sorry')
      .end('end2')
    const player = await play(drawing)
    player.complete('pay')
    if (trigger.error === undefined) expect(() => player.message('news')).toThrow('nobody waits')
    else player.throwError('refund', 'E')
    expect(player.resting).toEqual(['refund'])
    if (trigger.error !== undefined) player.resolve('refund')
    player.complete('refund')
    expect(player.resting).toEqual(['sorry'])
  },
)
