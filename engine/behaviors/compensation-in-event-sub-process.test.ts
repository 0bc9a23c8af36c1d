import { loadState } from '../state/codec.ts'
import { decodeEvents, encodeEvents } from '../state/event-codec.ts'
import { replay } from '../state/replay.ts'
import { encodeState } from '../state/state-codec.ts'
import { encodeVariables } from '../state/variables-codec.ts'
import { type Diagram, diagram, FOR_COMPENSATION } from '../testing/diagram.ts'
import { type Player, play } from '../testing/player.ts'

const AT_ONCE = { xml: '<bpmn:compensateEventDefinition waitForCompletion="false"/>' }

/** A process in which `flight` has been completed when a signal begins the event sub-process. */
const trip = (rescue: (h: Diagram) => Diagram, interrupting = true) =>
  diagram('p')
    .start()
    .userTask('flight')
    .compensatedBy('flight', 'undoFlight')
    .userTask('stay')
    .end()
    .eventSubProcess('rescue', (h) => rescue(h.start('hs', { signal: 'help', interrupting })).end('he'))

const nights = (h: Diagram) =>
  h
    .userTask('room')
    .compensatedBy('room', 'undoRoom')
    .userTask('dinner')
    .compensatedBy('dinner', 'undoDinner')

async function helped(drawing: Diagram, ...completed: readonly string[]) {
  const player = await play(drawing)
  player.complete('flight')
  player.signal('help')
  for (const id of completed) player.complete(id)
  return player
}

/** Completes the handlers that rest beside `others`, one at a time, and tells which they were. */
function undone(player: Player, ...others: readonly string[]): string[] {
  const handlers: string[] = []
  for (;;) {
    expect(kept(player)).toEqual([player.state, player.state])
    const now = player.resting.filter((id) => id.startsWith('undo') && !others.includes(id))
    if (now.length === 0) return handlers
    handlers.push(now.join('+'))
    player.complete(now[0]!)
  }
}

/** The instance as it is read again: from its row, and from its history. */
function kept({ state, events }: Player) {
  const row = { key: 1, definition: 1, status: state.status, suspended: 0, parent: 0, parentElement: 0 }
  const stored = { ...row, state: encodeState(state), variables: encodeVariables(state) }
  return [loadState(stored), replay(1, decodeEvents(1, encodeEvents(1, events)))]
}

test('[CO3] an event sub-process has its own activities undone, then those of the scope around it', async () => {
  const drawing = trip((h) => nights(h).throw('undo', { compensate: true }).userTask('tell'))
  const player = await helped(drawing, 'room', 'dinner')
  expect(undone(player, 'undo')).toEqual(['undoDinner', 'undoRoom', 'undoFlight'])
  expect(player.resting).toEqual(['tell'])
  player.complete('tell')
  expect(player.status).toBe('completed')
})

test('[CO3] in the same order if it does not wait, and it ends with the last of them', async () => {
  const player = await helped(
    trip((h) => nights(h).throw('undo', AT_ONCE)),
    'room',
    'dinner',
  )
  expect(undone(player)).toEqual(['undoDinner', 'undoRoom', 'undoFlight'])
  expect(player.status).toBe('completed')
})

test('[CO3] only those of the scope around it when nothing in it can be undone', async () => {
  const player = await helped(trip((h) => h.throw('undo', AT_ONCE)))
  expect(undone(player)).toEqual(['undoFlight'])
  expect(player.status).toBe('completed')
})

test('[CO3] from an event sub-process in another all three scopes are undone, the innermost first', async () => {
  const drawing = trip((h) =>
    nights(h).eventSubProcess('worse', (w) =>
      w
        .start('ws', { signal: 'more' })
        .userTask('call')
        .compensatedBy('call', 'undoCall')
        .throw('undo', { compensate: true })
        .end('we'),
    ),
  )
  const player = await helped(drawing, 'room')
  player.signal('more')
  player.complete('call')
  expect(undone(player, 'undo')).toEqual(['undoCall', 'undoRoom', 'undoFlight'])
  expect(player.status).toBe('completed')
})

test('[CO3] from a sub-process in an event sub-process only what was completed in that sub-process', async () => {
  const drawing = trip((h) =>
    h
      .userTask('room')
      .compensatedBy('room', 'undoRoom')
      .subProcess('evening', (d) =>
        d
          .start('s')
          .userTask('dinner')
          .compensatedBy('dinner', 'undoDinner')
          .throw('undo', { compensate: true })
          .end('e'),
      ),
  )
  const player = await helped(drawing, 'room', 'dinner')
  expect(undone(player, 'undo')).toEqual(['undoDinner'])
  expect(player.status).toBe('completed')
})

test('[CO3] what one event has begun to undo no other one undoes', async () => {
  const drawing = trip((h) => nights(h).throw('undo', { compensate: true }), false)
  const player = await helped(drawing)
  player.signal('help')
  for (const id of ['room', 'dinner', 'room', 'dinner']) player.complete(id)
  const handlers: string[] = []
  for (let now = player.resting; now.some(isHandler); now = player.resting) {
    expect(kept(player)).toEqual([player.state, player.state])
    handlers.push(now.find(isHandler)!)
    player.complete(handlers.at(-1)!)
  }
  expect(handlers.toSorted()).toEqual(['undoDinner', 'undoDinner', 'undoFlight', 'undoRoom', 'undoRoom'])
  expect(player.resting).toEqual(['stay'])
})

const isHandler = (id: string): boolean => /^undo./.test(id)

test('[CO2] a handler that throws compensation itself has only its own activities undone, once', async () => {
  const drawing = trip((h) =>
    h
      .userTask('room')
      .compensatedBy('room', 'undoRoom', (d) =>
        d.subProcess(
          'undoRoom',
          (i) =>
            i
              .start('is')
              .userTask('refund')
              .compensatedBy('refund', 'undoRefund')
              .throw('back', { compensate: true })
              .end('ie'),
          FOR_COMPENSATION,
        ),
      )
      .throw('undo', { compensate: true })
      .userTask('tell'),
  )
  const player = await helped(drawing, 'room', 'refund')
  expect(undone(player, 'undo')).toEqual(['undoRefund', 'undoFlight'])
  expect(player.resting).toEqual(['tell'])
})

test('[CO4] an event sub-process for compensation has undone what it did so far, then what it is there for', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('travel', (d) =>
      nights(d.start('s'))
        .end('e')
        .eventSubProcess('handle', (h) =>
          h
            .start('hs', { compensate: true })
            .userTask('ask')
            .compensatedBy('ask', 'undoAsk')
            .throw('inside', { compensate: true })
            .end('he'),
        ),
    )
    .throw('undo', { compensate: true })
    .userTask('after')
    .end()
  const player = await play(drawing)
  for (const id of ['room', 'dinner', 'ask']) player.complete(id)
  expect(undone(player, 'undo')).toEqual(['undoAsk', 'undoDinner', 'undoRoom'])
  expect(player.resting).toEqual(['after'])
})

test.each([
  ['waits', { compensate: true as const }],
  ['does not wait', AT_ONCE],
])(
  '[TX1] what an event in an event sub-process that %s has not yet undone is undone with the transaction',
  async (_what, thrown) => {
    const drawing = diagram('p')
      .start()
      .transaction('tx', (d) =>
        d
          .start('s')
          .userTask('flight')
          .compensatedBy('flight', 'undoFlight')
          .userTask('decide')
          .end('cancel', { cancel: true })
          .eventSubProcess('rescue', (h) =>
            h
              .start('hs', { signal: 'help', interrupting: false })
              .userTask('room')
              .compensatedBy('room', 'undoRoom')
              .throw('undo', thrown)
              .end('he'),
          ),
      )
      .boundary('canceled', 'tx', { cancel: true })
      .userTask('sorry')
      .end()
    const player = await helped(drawing, 'room')
    expect(player.resting).toContain('undoRoom')
    player.complete('decide')
    expect(undone(player)).toEqual(['undoFlight'])
    expect(player.resting).toEqual(['sorry'])
  },
)
