import { offeredIn } from '../state/offered-in.ts'
import { diagram, FOR_COMPENSATION } from '../testing/diagram.ts'
import type { ElementOptions } from '../testing/diagram-options.ts'
import { play } from '../testing/player.ts'

/** In it: a sub-process with something completed in it, and a person who may cancel it all. */
const halfDone = (options: ElementOptions = {}) =>
  diagram('p')
    .start()
    .transaction('tx', (d) =>
      d
        .start('s')
        .userTask('pay')
        .compensatedBy('pay', 'refund', (h) => h.serviceTask('refund', 'refund', FOR_COMPENSATION))
        .parallel('both')
        .subProcess(
          'travel',
          (i) =>
            i
              .start('is')
              .userTask('flight')
              .compensatedBy('flight', 'undoFlight')
              .userTask('hotel')
              .compensatedBy('hotel', 'undoHotel')
              .end('ie')
              .eventSubProcess('whole', (h) =>
                h.start('hs', { compensate: true }).userTask('undoAll').end('he'),
              ),
          options,
        )
        .end('booked')
        .from('both')
        .userTask('decide')
        .end('cancel', { cancel: true }),
    )
    .end()
    .boundary('canceled', 'tx', { cancel: true })
    .userTask('sorry')
    .end('end2')
    .boundary('told', 'tx', { signal: 'news' })
    .userTask('read')
    .end('end3')
    .boundary('hazard', 'tx', { error: 'E' })
    .userTask('repair')
    .end('end4')

test('[TX1] what was completed inside an activity that is still active is undone too, by its own handlers', async () => {
  const player = await play(halfDone())
  player.complete('pay')
  player.complete('flight')
  player.complete('decide')
  expect(player.resting).toEqual(['undoFlight'])
  player.complete('undoFlight')
  expect(player.resting).toEqual(['refund'])
  player.complete('refund')
  expect(player.resting).toEqual(['sorry'])
})

test('[TX1] in each instance of a multi-instance, completed ones among them', async () => {
  const player = await play(halfDone({ multiInstance: { cardinality: '2' } }))
  player.complete('pay')
  player.complete('flight')
  player.complete('flight')
  player.complete('hotel')
  player.complete('decide')
  expect(player.resting).toEqual(['undoFlight'])
  player.complete('undoFlight')
  expect(player.resting).toEqual(['undoAll'])
  player.complete('undoAll')
  player.complete('refund')
  expect(player.resting).toEqual(['sorry'])
})

test('[TX3] while it is undone no boundary event interrupts a transaction', async () => {
  const player = await play(halfDone())
  player.complete('pay')
  player.complete('decide')
  expect(player.find('tx').waits).toEqual([])
  player.complete('refund')
  expect(player.resting).toEqual(['sorry'])
})

test('[TX3] but an error that a handler throws: a hazard', async () => {
  const player = await play(halfDone())
  player.complete('pay')
  player.complete('decide')
  player.throwError('refund', 'E')
  expect(player.resting).toEqual(['repair'])
})

test('[AH1] [CO4] an ad-hoc sub-process that is entered again to be undone offers nothing', async () => {
  const player = await play(
    diagram('p')
      .start()
      .transaction('tx', (d) =>
        d
          .start('s')
          .parallel('both')
          .adHoc('choose', (i) => i.userTask('pack').compensatedBy('pack', 'unpack'))
          .from('both')
          .userTask('decide')
          .end('cancel', { cancel: true }),
      )
      .end()
      .boundary('canceled', 'tx', { cancel: true })
      .end('end2'),
  )
  player.begin('choose', 'pack')
  player.complete('pack')
  player.complete('decide')
  expect(player.resting).toEqual(['unpack'])
  const again = player.find('choose')
  const element = player.graph.elements[again.element]
  expect(element?.type === 'adHocSubProcess' && offeredIn(element, again)).toEqual([])
  player.complete('unpack')
  expect(player.status).toBe('completed')
})
