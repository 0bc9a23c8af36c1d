import fc from 'fast-check'
import { evaluate } from 'feelin'
import { evaluateText } from './testing/evaluate-text.ts'

const VARIABLES = { a: 3, b: -7.5, c: 0, s: 'open', t: 'shut' }

const number = fc.oneof(fc.integer({ min: 0, max: 99 }).map(String), fc.constantFrom('a', 'b', 'c', '0.25'))
const arithmetic = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number,
    fc
      .tuple(tie('value'), fc.constantFrom('+', '-', '*', '/'), tie('value'))
      .map(([x, op, y]) => `(${x} ${op} ${y})`),
    fc.tuple(tie('value'), fc.constantFrom('+', '*'), tie('value')).map(([x, op, y]) => `${x} ${op} ${y}`),
  ),
})).value
const comparison = fc.oneof(
  fc
    .tuple(arithmetic, fc.constantFrom('<', '<=', '>', '>='), arithmetic)
    .map(([x, op, y]) => `${x} ${op} ${y}`),
  fc
    .tuple(fc.constantFrom('s', 't', '"open"'), fc.constantFrom('=', '!='), fc.constantFrom('s', '"shut"'))
    .map((p) => p.join(' ')),
)
const condition = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc
      .tuple(tie('value'), fc.constantFrom('and', 'or'), tie('value'))
      .map(([x, op, y]) => `(${x}) ${op} (${y})`),
    tie('value').map((x) => `not(${x})`),
    fc.tuple(tie('value'), comparison, comparison).map(([x, y, z]) => `if ${x} then ${y} else ${z}`),
  ),
})).value

/** Null stands for no value on both sides. */
const second = (text: string): unknown => evaluate(text, VARIABLES).value ?? null

describe('a second interpreter agrees', () => {
  test('on arithmetic', () => {
    fc.assert(
      fc.property(arithmetic, (text) => {
        const ours = evaluateText(text, VARIABLES)
        const theirs = second(text)
        if (typeof ours === 'number' && typeof theirs === 'number') expect(ours).toBeCloseTo(theirs, 9)
        else expect(ours).toEqual(theirs)
      }),
      { numRuns: 200 },
    )
  })

  test('on conditions', () => {
    fc.assert(
      fc.property(condition, (text) => {
        expect(evaluateText(text, VARIABLES)).toEqual(second(text))
      }),
      { numRuns: 200 },
    )
  })
})
