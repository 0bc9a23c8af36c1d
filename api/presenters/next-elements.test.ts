import { diagram } from '../../engine/testing/diagram.ts'
import { compileOne } from '../../engine/testing/player.ts'
import { nextElements } from './next-elements.ts'

test('what comes next is what people meet: gateways and the work of the engine are seen through', async () => {
  const graph = await compileOne(
    diagram('deal')
      .start()
      .userTask('define')
      .serviceTask('save', 'save-items')
      .exclusive('given-up')
      .from('given-up', { when: '=lost' })
      .end('lost')
      .from('given-up', { isDefault: true })
      .userTask('quote')
      .end(),
  )
  const define = graph.elements[graph.indexOf.get('define')!]!
  expect(nextElements(graph, define).map(({ elementId }) => elementId)).toEqual(['lost', 'quote'])
})
