// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of other engines.
import { replaceTexts } from './replace-texts.ts'

const texts = new Map([['${a > 1}', '=a > 1']])

test('an expression is replaced wherever it stands', () => {
  const part = { condition: ' ${a > 1} ', timers: [{ text: '${a > 1}' }], loop: { cardinality: '3' } }
  expect(replaceTexts(part, texts)).toEqual({
    condition: '=a > 1',
    timers: [{ text: '=a > 1' }],
    loop: { cardinality: '3' },
  })
})

test('a path says the same in every language', () => {
  expect(replaceTexts({ condition: '${order.sum}', other: '#{ x }' }, texts)).toEqual({
    condition: '=order.sum',
    other: '=x',
  })
})

test('what nobody made portable stays as written', () => {
  expect(replaceTexts({ condition: '${f(x)}' }, texts)).toEqual({ condition: '${f(x)}' })
})

test('names and what lies inside are never expressions', () => {
  const part = { id: '${a}', name: '${a}', inside: { condition: '${a}' }, attachedTo: null }
  expect(replaceTexts(part, texts)).toEqual(part)
})
