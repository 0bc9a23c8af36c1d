import { diagram } from '../testing/diagram.ts'
import { deployable } from './deployable.ts'

async function remediesFor(condition: string) {
  const drawing = diagram('p')
    .start()
    .exclusive('g')
    .from('g', { when: `=${condition}` })
    .end()
  const done = await deployable(drawing.from('g', { isDefault: true }).end('f').toXml())
  return done.ok ? [] : done.error.map(({ code, remedy }) => `${code}: ${remedy}`)
}

test.each([
  ['a == 1', 'doubtful_expression: Write "=" instead'],
  ['a === 1', 'doubtful_expression: Write "=" instead'],
  ['b and (a == 1)', 'doubtful_expression: Write "=" instead'],
  ['a !== 1', 'doubtful_expression: Write "!=" instead'],
  ['a <> 1', 'doubtful_expression: Write "!=" instead'],
  ['a => 1', 'doubtful_expression: Write ">=" instead'],
  ['a =< 1', 'doubtful_expression: Write "<=" instead'],
  ['a < > 1', 'doubtful_expression: Write "!=" instead'],
  ['a >= = 1', 'doubtful_expression: Write one operator'],
  ['a && b', 'bad_expression: Write "and" instead'],
  ['a || b', 'bad_expression: Write "or" instead'],
  ['!a', 'bad_expression: Write "not(…)" instead'],
  ['a and !b', 'bad_expression: Write "not(…)" instead'],
  ['a % 2 = 0', 'bad_expression: Write "modulo(a, b)" instead'],
  ['a ? b : c', 'bad_expression: Write "if … then … else …" instead'],
  ["a = 'x'", 'bad_expression: Write texts in double quotes.'],
  ['a >', 'bad_expression: Correct the expression.'],
])('[DE3] %s is refused with what to write', async (condition, remedy) => {
  expect(await remediesFor(condition)).toEqual([expect.stringContaining(remedy)])
})

test.each([
  'a = 1',
  'a != 1',
  'a >= 1',
  'a in (= 1)',
  'a in > 1',
  'a = "=="',
  'r = (> 1)',
  'r = [1..2]',
  'r = (many + 1..1e7)',
  'list[item > 1] = [2]',
])('%s raises no doubt', async (condition) => {
  expect(await remediesFor(condition)).toEqual([])
})

test('[DE3] every element with the same expression is named', async () => {
  const drawing = diagram('p').start().exclusive('g').from('g', { when: '=a == 1' }).end()
  const more = drawing.from('g', { when: '=a == 1' }).end('e2').from('g', { isDefault: true }).end('f')
  const done = await deployable(more.toXml())
  expect(done.ok ? [] : done.error.map(({ element }) => element)).toEqual(['g-end', 'g-e2'])
})
