import { loadState } from '../state/codec.ts'
import { decodeEvents, encodeEvents } from '../state/event-codec.ts'
import { replay } from '../state/replay.ts'
import { encodeState } from '../state/state-codec.ts'
import { encodeVariables } from '../state/variables-codec.ts'
import { diagram } from '../testing/diagram.ts'
import { compileOne, type Player, play } from '../testing/player.ts'

const topic = { topic: { request: 'topic', answer: 'about', offer: 'about' } }

const asking = () =>
  diagram('p')
    .start()
    .catch('asked', { message: 'request' })
    .catch('answered', { message: 'answer' })
    .end()
    .correlationKey('topicKey', topic)

const beside = () =>
  diagram('p')
    .start()
    .parallel('fork')
    .catch('asked', { message: 'request' })
    .end('one')
    .from('fork')
    .catch('answered', { message: 'answer' })
    .end('other')
    .correlationKey('topicKey', topic)

test('[CK2] a message that says the key of a conversation renews what is waited for in it', async () => {
  const player = await play(beside())
  expect(player.after(() => player.message('request', { topic: 'ink' })).slice(0, 4)).toEqual([
    'message correlated asked',
    'key topicKey of p is ink',
    'message unsubscribed answered',
    'subscribed answered to answer/ink',
  ])
})

/** As stored and loaded again. */
function reloaded({ state }: Player) {
  const { key, definition, status, suspended } = state
  const columns = { key, definition, status, parent: 0, parentElement: 0, suspended: Number(suspended) }
  return loadState({ ...columns, state: encodeState(state), variables: encodeVariables(state) })
}

const replayed = ({ state, events }: Player) =>
  replay(state.key, decodeEvents(state.key, encodeEvents(state.key, events)))

test('[R14] [CK2] keys are the same replayed from the history and loaded from the snapshot', async () => {
  const player = await play(beside())
  player.message('request', { topic: 'ink' })
  expect(reloaded(player)).toEqual(player.state)
  expect(replayed(player)).toEqual(player.state)
  expect(player.state.elements.get(1)?.extra?.correlationKeys).toEqual(new Map([['topicKey', 'ink']]))
})

test('[CK7] what is waited for beside is the same replayed and loaded', async () => {
  const drawing = diagram('p')
    .start('asked', { message: 'request' })
    .userTask('look')
    .end()
    .start('offered', { message: 'offer' })
    .userTask('compare')
    .end('end2')
    .correlationKey('topicKey', topic)
  const player = await play(drawing, { startAt: ['asked'], brought: { topic: 'ink' } })
  expect(player.trace.filter((line) => line.startsWith('subscribed'))).toEqual([
    'subscribed asked to request/ink',
    'subscribed offered to offer/ink',
  ])
  player.message('offer', { about: 'ink' })
  expect(player.resting).toEqual(['compare', 'look'])
  expect(reloaded(player)).toEqual(player.state)
  expect(replayed(player)).toEqual(player.state)
})

test('[CK7] an interrupting event sub-process puts the start events of the process to rest', async () => {
  const drawing = diagram('p')
    .start('asked', { message: 'request' })
    .userTask('look')
    .end()
    .start('offered', { message: 'offer' })
    .userTask('compare')
    .end('end2')
    .eventSubProcess('stop', (inside) =>
      inside.start('stopped', { signal: 'stop' }).userTask('clean').end('cleaned'),
    )
    .correlationKey('topicKey', topic)
  const player = await play(drawing, { startAt: ['asked'], brought: { topic: 'ink' } })
  player.signal('stop')
  expect(player.state.elements.get(1)?.waits).toEqual([])
})

test('[MG3] [CK2] an instance goes on waiting by the keys of the version it is migrated to', async () => {
  const player = await play(asking())
  player.message('request', { topic: 'ink' })
  const more = asking().correlationKey('otherKey', { other: { answer: 'other' } })
  const trace = player.trace.length
  expect(player.migrate(await compileOne(more))).toBeNull()
  expect(player.trace.slice(trace)).toContain('subscribed answered to answer/["ink",null]')
})

test('[MG3] [CK7] what begins beside is waited for in the other version too', async () => {
  const version = (task: string) =>
    diagram('p')
      .start('asked', { message: 'request' })
      .userTask('look')
      .end()
      .start('offered', { message: 'offer' })
      .userTask(task)
      .end('end2')
      .correlationKey('topicKey', topic)
  const player = await play(version('compare'), { startAt: ['asked'], brought: { topic: 'ink' } })
  expect(player.migrate(await compileOne(version('weigh')))).toBeNull()
  player.message('offer', { about: 'ink' })
  expect(player.resting).toEqual(['look', 'weigh'])
})
