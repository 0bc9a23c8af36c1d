import { parse } from '../model/parse.ts'
import { diagram } from './diagram.ts'

async function scopeOf(xml: string) {
  const model = await parse(xml)
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  return { model: model.value, inside: model.value.processes[0]?.inside ?? { nodes: [], flows: [] } }
}

test('connects what is written one after the other, and names flows by their ends', async () => {
  const drawing = diagram('p').start().task('a').end().from('a', { when: '=1 < 2 and "x" = "x"' }).to('end')
  const { inside } = await scopeOf(drawing.toXml())
  expect(inside.flows.map(({ id, source, target }) => [id, source, target])).toEqual([
    ['start-a', 'start', 'a'],
    ['a-end', 'a', 'end'],
    ['a-end-2', 'a', 'end'],
  ])
  expect(inside.flows[2]?.condition).toBe('=1 < 2 and "x" = "x"')
})

test('boundary events and event sub-processes stand beside the flow', async () => {
  const drawing = diagram('p')
    .start()
    .task('a')
    .eventSubProcess('e', (inside) => inside.start('s', { duration: 'PT1H' }))
    .end()
    .boundary('b', 'a', { error: 'E' })
    .to('end')
  const { inside } = await scopeOf(drawing.toXml())
  expect(inside.flows.map(({ id }) => id)).toEqual(['start-a', 'a-end', 'b-end'])
  expect(inside.nodes.map(({ id, attachedTo }) => `${id}${attachedTo}`)).toEqual([
    'start',
    'a',
    'e',
    'end',
    'ba',
  ])
})

test('declares each message and error once', async () => {
  const drawing = diagram('p')
    .start()
    .receiveTask('a', 'paid', '=id')
    .catch('b', { message: 'paid', key: '=id' })
    .subProcess('s', (inside) => inside.start('i').end('j', { error: 'E' }))
    .end()
    .boundary('c', 's', { error: 'E' })
    .to('end')
  const { model } = await scopeOf(drawing.toXml())
  expect([...model.messages.values()].map(({ name }) => name)).toEqual(['paid'])
  expect([...model.errors.values()].map(({ code }) => code)).toEqual(['E'])
})

test('draws a shape for everything when asked to', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('s', (inside) => inside.start('i').end('j'))
    .end()
  expect([...(await scopeOf(drawing.toXml())).model.drawn]).toEqual([])
  expect((await scopeOf(drawing.toXml({ drawn: true }))).model.drawn.size).toBe(8)
})
