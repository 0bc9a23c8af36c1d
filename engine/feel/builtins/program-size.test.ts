import { RE2JS } from 're2js'
import { programSize } from './program-size.ts'

describe('the size of a pattern as a program is not above its bound', () => {
  test.each([
    'abc',
    'a{100}',
    'a{10,200}',
    '(ab|cd){50}x',
    '((a{5}b){5}c){5}',
    '[a-z]{20}',
    '[]{3}]{4}',
    '\\({30}',
    '(?:a|b)*c+?',
    'a{2,}',
  ])('%s', (pattern) => {
    // RE2 adds the start and the end of the whole match.
    expect(RE2JS.compile(pattern).programSize()).toBeLessThanOrEqual(2 * programSize(pattern) + 6)
    expect(programSize(pattern)).toBeLessThanOrEqual(4 * RE2JS.compile(pattern).programSize())
  })
})
