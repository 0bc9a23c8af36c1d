import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { childrenOf } from './children.ts'
import { cloneState } from './clone.ts'
import type { InstanceState } from './instance-state.ts'

/** Sub-processes, each with two tasks: more element instances than are looked through one by one. */
const many = () =>
  play(
    diagram('p')
      .start()
      .subProcess(
        'each',
        (inside) =>
          inside
            .start('s')
            .parallel('fork')
            .userTask('left')
            .end('e1')
            .from('fork')
            .userTask('right')
            .end('e2'),
        { multiInstance: { inputCollection: '=for item in 1..40 return item' } },
      )
      .end(),
  )

const scanned = ({ elements }: InstanceState, scope: number) =>
  [...elements.values()].filter((one) => one.scope === scope)

function expectIndexed(state: InstanceState): void {
  for (const { key } of state.elements.values()) expect(childrenOf(state, key)).toEqual(scanned(state, key))
}

test('what is inside a scope is known in a large state, whatever has begun and ended since it was asked first', async () => {
  const player = await many()
  const { state } = player
  expectIndexed(state)
  for (const id of ['left', 'right', 'left', 'left']) player.complete(id)
  expectIndexed(state)
  expectIndexed(cloneState(state))
})

test('[TE1] ending a large instance ends everything, innermost first, in the order in which it began', async () => {
  const player = await many()
  const order: number[] = []
  const walk = (scope: number) => {
    for (const { key } of scanned(player.state, scope)) {
      walk(key)
      order.push(key)
    }
  }
  walk(player.state.key)
  const before = player.events.length
  player.give({ type: 'cancelInstance' })
  const ended = player.events
    .slice(before)
    .flatMap((event) => (event.type === 'elementTerminated' ? [event.key] : []))
  expect(ended).toEqual(order)
})
