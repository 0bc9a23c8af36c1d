import { diagram } from '../testing/diagram.ts'
import { type Player, play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

const order = diagram('order')
  .start()
  .userTask('prepare', { inputs: { who: '="sara"' } })
  .subProcess(
    'delivery',
    (inside) => inside.start('begun').userTask('pack').userTask('ship').end('shipped'),
    {},
  )
  .userTask('invoice')
  .end()
  .from('delivery')
  .boundary('late', 'delivery', { duration: 'PT1H' })
  .userTask('chase')
  .end('chased')

const rounds = diagram('rounds')
  .start()
  .parallel('fork')
  .userTask('left')
  .parallel('join')
  .userTask('after')
  .end()
  .from('fork')
  .userTask('right')
  .to('join')

const votes = diagram('votes')
  .start()
  .subProcess('vote', (inside) => inside.start('asked').userTask('think').userTask('tell').end('told'), {
    multiInstance: { inputCollection: '=voters', inputElement: 'voter' },
  })
  .userTask('count')
  .end()

const activate = (element: string, ancestor: number | null = null) =>
  ({ do: 'activate', element, ancestor, variables: [] }) as const
const refusal = (player: Player, ...instructions: Parameters<Player['modify']>) =>
  player.tryToGive({ type: 'modifyInstance', instructions })

test('[MO1] a token is moved: the new one is there before the old one goes', async () => {
  const player = await play(order)
  const trace = player.after(() => player.modify({ do: 'move', from: 'prepare', to: 'invoice' }))
  expect(trace).toEqual([
    'activated invoice',
    'task canceled prepare',
    'terminated prepare',
    'task created invoice',
  ])
  player.complete('invoice')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MO1] a modification is carried out whole or not at all', async () => {
  const player = await play(order)
  expect(refusal(player, { do: 'move', from: 'prepare', to: 'invoice' }, activate('late'))).toBe(
    'modification_not_allowed',
  )
  expect(player.resting).toEqual(['prepare'])
})

test('[MO3] scopes around what is begun are begun too, with their triggers, and once for all', async () => {
  const player = await play(order)
  player.modify({ do: 'move', from: 'prepare', to: 'ship' }, activate('pack'))
  expect(player.resting).toEqual(['pack', 'ship'])
  expect(player.trace.filter((line) => line === 'activated delivery')).toHaveLength(1)
  player.advanceTo('2026-01-05T20:00:00Z')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['chase'], []])
})

test('[MO3] where a scope is active more than once one has to be named, and a new one can be asked for', async () => {
  const player = await play(order)
  player.modify({ do: 'move', from: 'prepare', to: 'pack' })
  player.modify(activate('ship', player.state.key))
  expect(player.resting).toEqual(['pack', 'ship'])
  expect(refusal(player, activate('ship'))).toBe('scope_ambiguous')
  const { scope } = player.find('ship')
  player.modify(activate('pack', scope))
  expect(player.resting).toEqual(['pack', 'pack', 'ship'])
  expect(refusal(player, activate('invoice', scope))).toBe('modification_not_allowed')
  expect(refusal(player, activate('pack', 999))).toBe('element_instance_not_found')
  expect(refusal(player, { do: 'terminate', key: scope }, activate('pack', scope))).toBe(
    'element_instance_not_found',
  )
})

test('[MO3] inside a multi-instance an element is begun in the inner instance that is named only', async () => {
  const player = await play(votes, { variables: { voters: ['a', 'b'] } })
  const [whole, inner] = [player.find('vote'), player.find('vote#2')]
  expect(refusal(player, activate('tell'))).toBe('modification_not_allowed')
  expect(refusal(player, activate('tell', whole.key))).toBe('modification_not_allowed')
  expect(refusal(player, activate('tell', player.state.key))).toBe('modification_not_allowed')
  player.modify(activate('tell', inner.key))
  expect(player.resting).toEqual(['tell', 'think', 'think'])
})

test('[MO2] every token at an element moves, each within the scope it is in', async () => {
  const player = await play(votes, { variables: { voters: ['a', 'b'] } })
  player.modify({ do: 'move', from: 'think', to: 'tell' })
  const told = [...player.state.elements.values()].filter(
    (one) => player.graph.elements[one.element]!.id === 'tell',
  )
  expect(told.map(({ scope }) => player.state.elements.get(scope)!.loopCounter)).toEqual([1, 2])
  player.complete('tell')
  player.complete('tell')
  player.complete('count')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MO2] tokens that wait at a join are moved and taken away as well', async () => {
  const player = await play(rounds)
  player.complete('left')
  player.modify({ do: 'move', from: 'join', to: 'after' })
  expect(player.resting).toEqual(['after', 'right'])
  player.complete('after')
  player.complete('right')
  expect(player.status).toBe('active')
  player.modify({ do: 'terminateAll', element: 'join' })
  expect([player.status, new Soundness(player).problems()]).toEqual(['canceled', []])
})

test('[MO2] where no token is, none can be moved or taken away', async () => {
  const player = await play(order)
  expect(refusal(player, { do: 'move', from: 'invoice', to: 'pack' })).toBe('element_instance_not_found')
  expect(refusal(player, { do: 'terminate', key: 999 })).toBe('element_instance_not_found')
  expect(refusal(player, { do: 'terminateAll', element: 'nowhere' })).toBe('element_not_found')
  expect(refusal(player, { do: 'terminate', key: player.state.key })).toBe('modification_not_allowed')
})

test('[MO4] scopes that are left with nothing end, and the instance is canceled with the last', async () => {
  const player = await play(order)
  player.complete('prepare')
  const trace = player.after(() => player.modify({ do: 'terminateAll', element: 'pack' }))
  expect(trace).toEqual([
    'task canceled pack',
    'terminated pack',
    'timer canceled delivery',
    'terminated delivery',
    'instance canceled',
  ])
})

test('[MO4] an instance that another has called is not left with nothing', async () => {
  const parent = { instance: 90, elementInstance: 91, catches: [] }
  const player = await play(rounds, { parent })
  player.complete('left')
  const right = { do: 'terminateAll', element: 'right' } as const
  expect(refusal(player, right, { do: 'terminateAll', element: 'join' })).toBe('instance_has_caller')
  player.modify(right)
  expect(player.status).toBe('active')
})

test('[MO5] an item that is taken away counts as done, without a result', async () => {
  const player = await play(
    diagram('ask')
      .start()
      .userTask('vote', {
        multiInstance: {
          inputCollection: '=voters',
          inputElement: 'voter',
          outputCollection: 'votes',
          outputElement: '=vote',
        },
        outputs: { vote: '=vote' },
      })
      .end(),
    { variables: { voters: ['a', 'b', 'c'] } },
  )
  player.modify({ do: 'terminate', key: player.find('vote#2').key })
  player.complete('vote#1', { vote: 'yes' })
  player.complete('vote#3', { vote: 'no' })
  expect([player.status, player.variables.votes]).toEqual(['completed', ['yes', null, 'no']])
})

test('[MO6] variables are set in the element that is begun, or in the scope around it that is named', async () => {
  const player = await play(order)
  const set = (scope: string | null, name: string) => ({ scope, variables: { [name]: 1 } })
  player.modify(
    { do: 'terminateAll', element: 'prepare' },
    {
      do: 'activate',
      element: 'ship',
      ancestor: null,
      variables: [set(null, 'everywhere'), set('delivery', 'inside'), set('ship', 'here')],
    },
  )
  expect(player.variables).toEqual({ everywhere: 1 })
  expect(player.find('delivery').variables).toEqual({ inside: 1 })
  expect(player.find('ship').variables).toEqual({ here: 1 })
  expect(
    refusal(player, { do: 'activate', element: 'ship', ancestor: null, variables: [set('invoice', 'x')] }),
  ).toBe('modification_not_allowed')
})

test.each(['late', 'alarm', 'rung', 'order'])('[MO7] %s begins only by what happens', async (id) => {
  const player = await play(
    diagram('order')
      .start()
      .userTask('prepare')
      .end()
      .boundary('late', 'prepare', { duration: 'PT1H' })
      .end('too-late')
      .eventSubProcess('alarm', (inside) =>
        inside.start('rung', { duration: 'PT1H' }).userTask('look').end('seen'),
      ),
  )
  expect(['modification_not_allowed', 'element_not_found']).toContain(refusal(player, activate(id)))
  player.modify(activate('look'))
  expect(player.resting).toEqual(['look', 'prepare'])
})
