import { expectWithin } from '../../../engine/testing/expect-within.ts'
import { isLike } from './like.ts'
import { matches } from './matches.ts'
import { operatorsOf } from './operators.ts'

describe('a filter on one value', () => {
  it.each([
    ['red', 'red', true],
    ['red', 'blue', false],
    ['red', null, false],
    [{ $neq: 'red' }, 'blue', true],
    [{ $neq: 'red' }, null, true],
    [{ $notIn: ['red'] }, null, true],
    [{ $in: ['red', 'blue'] }, 'blue', true],
    [{ $in: [] }, 'blue', false],
    [{ $exists: false }, null, true],
    [{ $exists: true }, 'red', true],
    [{ $gt: 3, $lte: 5 }, 5, true],
    [{ $gt: 3, $lte: 5 }, 3, false],
    [{ $gt: 3 }, null, false],
    [{ $like: 'r*', $neq: 'red' }, 'rose', true],
    [{}, null, true],
  ])('%j on %j is %j', (filter, value, expected) => {
    expect(matches(operatorsOf(filter), value)).toBe(expected)
  })
})

describe('wildcards', () => {
  it.each([
    ['order-17', 'order-*', true],
    ['order-17', 'order-??', true],
    ['order-17', 'order-?', false],
    ['order-17', '*7', true],
    ['order-17', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['a*b', 'a\\*b', true],
    ['axb', 'a\\*b', false],
    ['Order', 'order', false],
    ['mississippi', '*iss*pi', true],
    ['mississippi', '*iss*px', false],
  ])('%j like %j is %j', (text, pattern, expected) => {
    expect(isLike(text, pattern)).toBe(expected)
  })

  it('take no longer than the lengths multiplied', () => {
    const began = performance.now()
    expect(isLike('a'.repeat(5_000), `${'*a'.repeat(500)}*b`)).toBe(false)
    expectWithin(performance.now() - began, 1_000)
  })
})
