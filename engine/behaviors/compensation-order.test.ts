import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

test('[CO5] what an error ended can not be undone, nor what was completed inside it', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess(
      'book',
      (d) =>
        d
          .start('s')
          .userTask('room')
          .compensatedBy('room', 'cancel')
          .exclusive('ok')
          .from('ok', { when: '=full' })
          .end('failed', { error: 'FULL' })
          .from('ok', { isDefault: true })
          .end('e'),
      { multiInstance: { cardinality: '2' } },
    )
    .end()
    .boundary('caught', 'book', { error: 'FULL' })
    .throw('undo', { compensate: true })
    .userTask('after')
    .end('end2')
  const player = await play(drawing)
  player.complete('room', { full: false })
  player.complete('room', { full: true })
  expect(player.resting).toEqual(['after'])
})

const helped = () =>
  diagram('p')
    .start()
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight')
    .userTask('hotel')
    .compensatedBy('hotel', 'undoHotel')
    .throw('undo', { compensate: true })
    .userTask('after')
    .end()
    .boundary('asked', 'hotel', { signal: 'help', interrupting: false })
    .userTask('guide')
    .compensatedBy('guide', 'undoGuide')
    .userTask('tour')
    .compensatedBy('tour', 'undoTour')
    .end('end2')

test('[CO2] what a boundary event led to is undone before its activity, though it completed first', async () => {
  const player = await play(helped())
  player.complete('flight')
  player.signal('help')
  player.complete('guide')
  player.complete('tour')
  player.complete('hotel')
  const undone: string[] = []
  for (const handler of ['undoTour', 'undoGuide', 'undoHotel', 'undoFlight']) {
    undone.push(...player.resting.filter((id) => id !== 'undo'))
    player.complete(handler)
  }
  expect(undone).toEqual(['undoTour', 'undoGuide', 'undoHotel', 'undoFlight'])
})
