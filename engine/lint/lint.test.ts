import { compile } from '../graph/compile.ts'
import { parse } from '../model/parse.ts'
import { type Diagram, diagram } from '../testing/diagram.ts'
import { lint } from './lint.ts'

const names = { name: 'Named' }

interface Case {
  readonly says: string
  readonly rule: string
  readonly bad: Diagram
  readonly at: readonly string[]
  readonly good: Diagram
}

const cases: readonly Case[] = [
  {
    says: 'a task without a name',
    rule: 'label-missing',
    bad: diagram('p').start().userTask('a').end(),
    at: ['a'],
    good: diagram('p').start().userTask('a', names).end(),
  },
  {
    says: 'a deciding gateway without a name',
    rule: 'label-missing',
    bad: fork(diagram('p').start().exclusive('g')),
    at: ['g'],
    good: fork(diagram('p').start().exclusive('g', names)),
  },
  {
    says: 'an activity with two ways in',
    rule: 'fake-join',
    bad: fork(diagram('p').start().exclusive('g', names)).from('left').to('right'),
    at: ['right'],
    good: fork(diagram('p').start().exclusive('g', names)),
  },
  {
    says: 'a gateway with one way in and out',
    rule: 'superfluous-gateway',
    bad: diagram('p').start().parallel('g').end(),
    at: ['g'],
    good: diagram('p').start().exclusive('g').from('g', { when: '=ready' }).end(),
  },
  {
    says: 'a path that just stops',
    rule: 'end-event-missing',
    bad: diagram('p').start().userTask('a', names),
    at: ['a'],
    good: diagram('p')
      .start()
      .userTask('a', names)
      .end()
      .eventSubProcess('e', (inside) => inside.start('s', { message: 'm', key: '=k' }).end('f'), names),
  },
  {
    says: 'elements no token comes to, inner ones included',
    rule: 'unreachable',
    bad: diagram('p')
      .start()
      .to('end')
      .subProcess('s', (inside) => inside.start('in').end('out'), names)
      .end(),
    at: ['s', 'in', 'out'],
    good: diagram('p')
      .start()
      .userTask('a', names)
      .end()
      .boundary('b', 'a', { duration: 'PT1H' })
      .subProcess('s', (inside) => inside.start('in').end('out'), names)
      .to('end'),
  },
]

function fork(from: Diagram): Diagram {
  return from
    .from('g', { when: '=x' })
    .userTask('left', names)
    .end('left-end')
    .from('g', { isDefault: true })
    .userTask('right', names)
    .end('right-end')
}

async function adviceFor(drawing: Diagram, drawn = true) {
  const model = await parse(drawing.toXml({ drawn }))
  if (!model.ok) throw new Error(JSON.stringify(model.error))
  const graphs = compile(model.value)
  if (!graphs.ok) throw new Error(JSON.stringify(graphs.error))
  return graphs.value.flatMap((graph) => lint(model.value, graph))
}

test.each(cases)('advises against $says', async ({ rule, bad, at }) => {
  const found = (await adviceFor(bad)).filter((advice) => advice.rule === rule)
  expect(found.map(({ element }) => element)).toEqual(at)
})

test.each(cases)('$rule says nothing about the corrected form of: $says', async ({ rule, good }) => {
  expect((await adviceFor(good)).filter((advice) => advice.rule === rule)).toEqual([])
})

test('a diagram without a drawing is said once, a forgotten shape at its element', async () => {
  const drawing = diagram('p').start().userTask('a', names).end()
  const undrawn = await adviceFor(drawing, false)
  expect(undrawn.map(({ rule, element }) => `${rule} ${element}`)).toEqual(['no-layout p'])
  const model = await parse(drawing.toXml({ drawn: true }))
  if (!model.ok) throw new Error('unreadable')
  const graphs = compile(model.value)
  if (!graphs.ok) throw new Error('refused')
  const forgotten = { ...model.value, drawn: new Set(['start', 'end']) }
  expect(graphs.value.flatMap((graph) => lint(forgotten, graph)).map(({ element }) => element)).toEqual(['a'])
})
