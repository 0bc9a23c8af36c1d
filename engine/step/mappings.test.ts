import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

test('[VA3] [SE1] the output mappings of a start event choose from what started the instance', async () => {
  const player = await play(
    diagram('p')
      .start('s', { message: 'm', outputs: { order: '=id' } })
      .userTask('a')
      .end(),
    { startAt: ['s'], brought: { id: 'A', noise: 1 } },
  )
  expect(player.variables).toEqual({ order: 'A' })
})

test('[SE1] without output mappings all that started the instance propagates', async () => {
  const player = await play(diagram('p').start('s', { message: 'm' }).userTask('a').end(), {
    startAt: ['s'],
    brought: { id: 'A' },
  })
  expect(player.variables).toEqual({ id: 'A' })
})

test('[VA3] [BE3] the output mappings of a boundary event choose from what it brought', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .boundary('b', 'a', { message: 'm', key: '="k"', outputs: { why: '=reason' } })
      .userTask('c')
      .end('end2'),
  )
  player.message('m', { reason: 'price', noise: 1 })
  expect(player.variables).toEqual({ why: 'price' })
})

test('[MA2] the output mappings of an end event are computed before its scope ends', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('sub', (inside) => inside.start('s').end('e', { outputs: { total: '=n * 2' } }), {
        inputs: { n: '=21' },
      })
      .userTask('a')
      .end(),
  )
  expect(player.variables).toEqual({ total: 42 })
})

test('[TH2] an item of a multi-instance send task without input mappings carries all it sees', async () => {
  const player = await play(
    diagram('p')
      .start()
      .sendTask('tell', {
        message: 'm',
        key: '="k"',
        multiInstance: { inputCollection: '=["mina"]', inputElement: 'to' },
      })
      .end(),
    { variables: { text: 'hello' } },
  )
  expect(player.events.find((event) => event.type === 'messagePublished')).toMatchObject({
    variables: { text: 'hello', to: 'mina', loopCounter: 1 },
  })
})
