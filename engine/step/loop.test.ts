import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

test('[MI4] in parallel all items count as active from the beginning, also those done at once', async () => {
  const player = await play(
    diagram('p')
      .start()
      .scriptTask('each', '=item * 2', 'twice', {
        multiInstance: {
          inputCollection: '=[1,2,3]',
          inputElement: 'item',
          outputCollection: 'results',
          outputElement: '=twice',
          completionCondition: '=numberOfActiveInstances = 1',
        },
      })
      .userTask('after')
      .end(),
  )
  expect(player.variables).toMatchObject({ results: [2, 4, null] })
})

test('[TR1] [ES1] an event sub-process of one item interrupts that item only', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess(
        'each',
        (inside) =>
          inside
            .start('s')
            .userTask('work')
            .end('e')
            .eventSubProcess('stop', (event) =>
              event.start('asked', { message: 'stop', key: '=item' }).end('e2'),
            ),
        { multiInstance: { inputCollection: '=["a","b"]', inputElement: 'item' } },
      )
      .end(),
  )
  player.message('stop')
  expect(player.resting).toEqual(['work'])
  player.complete('work')
  expect(player.status).toBe('completed')
})
