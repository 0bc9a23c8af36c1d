import { parse } from '../model/parse.ts'
import { diagram } from '../testing/diagram.ts'
import { describeDiagram } from './describe.ts'

test('lists the diagram as it flows, branches side by side, inner elements deeper, the unconnected last', async () => {
  const drawing = diagram('order', { name: 'Order' })
    .start()
    .exclusive('choice', { name: 'Big?' })
    .subProcess('check', (inside) => inside.start('in').userTask('look').end('out'))
    .end()
    .from('choice')
    .task('skip', { documentation: 'Nothing to check.' })
    .to('end')
    .boundary('late', 'check', { duration: 'PT1H' })
    .to('end')
    .task('aside')
  const model = await parse(drawing.toXml())
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  const outline = describeDiagram(model.value)
  expect(outline.map(({ depth, type, id }) => `${'  '.repeat(depth)}${type} ${id}`)).toEqual([
    'Process order',
    '  StartEvent start',
    '  ExclusiveGateway choice',
    '  SubProcess check',
    '    StartEvent in',
    '    UserTask look',
    '    EndEvent out',
    '  Task skip',
    '  EndEvent end',
    '  BoundaryEvent late',
    '  Task aside',
  ])
  expect(outline[7]?.documentation).toBe('Nothing to check.')
})
