import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { cloneState } from './clone.ts'
import type { InstanceState } from './instance-state.ts'
import { waitingFor } from './waiting.ts'

/** Eighty tasks, more than are looked through one by one, and five with a condition and a signal at their border. */
const many = () =>
  play(
    diagram('p')
      .start()
      .parallel('fork')
      .userTask('task', { multiInstance: { inputCollection: '=for item in 1..80 return item' } })
      .end()
      .from('fork')
      .exclusive('again')
      .userTask('other')
      .to('again')
      .from('fork')
      .subProcess(
        'each',
        (inside) =>
          inside
            .start('s')
            .userTask('inner')
            .end('e')
            .boundary('ready', 'inner', { condition: '=go = true', interrupting: false })
            .end('e2')
            .boundary('called', 'inner', { signal: 'call' })
            .end('e3'),
        { multiInstance: { inputCollection: '=for item in 1..5 return item' } },
      )
      .end('e4'),
  )

function expectIndexed(state: InstanceState): void {
  for (const kind of ['condition', 'signal'] as const) {
    const scanned = [...state.elements.values()].filter(({ waits }) => waits.some((one) => one.kind === kind))
    expect(waitingFor(state, kind)).toEqual(scanned)
  }
}

test('who waits is known in a large state, whatever has begun and ended since it was asked first', async () => {
  const player = await many()
  const { state } = player
  expect(waitingFor(state, 'condition')).toHaveLength(5)
  expectIndexed(state)
  for (const id of ['other', 'inner', 'other', 'inner']) {
    player.complete(id)
    expectIndexed(state)
  }
  expect(waitingFor(state, 'condition')).toHaveLength(3)
  expectIndexed(cloneState(state))
})

test('[CE1] in a large state a condition that becomes true is met everywhere', async () => {
  const player = await many()
  player.complete('other', { go: true })
  expect(player.trace.filter((line) => line === 'completed ready')).toHaveLength(5)
  expectIndexed(player.state)
})

test('[SG1] in a large state a signal reaches all who wait for it', async () => {
  const thrower = diagram('p')
    .start()
    .parallel('fork')
    .userTask('task', { multiInstance: { inputCollection: '=for item in 1..80 return item' } })
    .end()
    .from('fork')
    .userTask('first')
    .throw('call', { signal: 'call' })
    .userTask('rest')
    .end('e1')
    .from('fork')
    .catch('heard', { signal: 'call' })
    .end('e2')
    .from('fork')
    .catch('other', { signal: 'other' })
    .end('e3')
  const player = await play(thrower)
  player.complete('first')
  expect(player.trace).toContain('completed heard')
  expect(player.trace).not.toContain('completed other')
  expectIndexed(player.state)
})
