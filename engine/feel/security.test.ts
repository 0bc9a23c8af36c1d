import { expectWithin } from '../testing/expect-within.ts'
import { compileExpression, toJson } from './index.ts'
import { evaluateText } from './testing/evaluate-text.ts'

const CONTEXT = { now: 0, zone: 'UTC' }

/** Milliseconds of processor time an evaluation may take, whatever the expression; other processes do not count. */
const LIMIT_MS = 250

/** `{a0: seed, a1: step of a0, …}.aN`: sixty doublings. */
function doubling(seed: string, step: (name: string) => string, last = 'a60'): string {
  const entries = Array.from({ length: 60 }, (_entry, i) => `a${i + 1}: ${step(`a${i}`)}`)
  return `{a0: ${seed}, ${entries.join(', ')}, z: ${last}}.z`
}

const pair = (name: string): string => `[${name}, ${name}]`

describe('an expression ends in time', () => {
  test.each([
    ['a huge loop', 'for i in 1..1e9 return i'],
    ['a huge quantifier', 'some i in 1..1e15 satisfies i < 0'],
    ['nested loops', 'count(for i in 1..1e5, j in 1..1e5 return 1)'],
    ['a loop over loops', 'for i in 1..1e5 return for j in 1..1e5 return i * j'],
    ['a loop that keeps its partial results', 'for i in 1..1e5 return partial'],
    ['an endless recursion', '(function(f) f(f))(function(f) f(f))'],
    [
      'an exponential recursion',
      '{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 60)}.r',
    ],
    ['a doubling text', doubling('"0123456789"', (name) => `${name} + ${name}`)],
    ['a doubling list', doubling('[1]', (name) => `concatenate(${name}, ${name})`)],
    ['a shared structure as result', doubling('[1]', pair)],
    ['a shared structure as text', doubling('[1]', pair, 'string(a60)')],
    ['a flattened shared structure', doubling('[1]', pair, 'flatten(a60)')],
    [
      'two shared structures compared',
      `{x: ${doubling('[1]', pair)}, y: ${doubling('[1]', pair)}, z: x = y}.z`,
    ],
    [
      'a type test of a shared structure',
      `${doubling('[1]', pair)} instance of ${'list<'.repeat(10)}Any${'>'.repeat(10)}`,
    ],
    ['a backtracking pattern', `matches("${'a'.repeat(3000)}!", "(a+)+$")`],
    ['a pattern that looks ahead at each match', `replace("${'ab'.repeat(2500)}", ".*c|a", "")`],
    ['a pattern of many copies', `matches("${'a'.repeat(3000)}", "${'a{1000}'.repeat(100)}")`],
    ['many patterns', 'for i in 1..1e5 return matches("a", "a{50}" + string(i))'],
    ['a growing duration', 'for i in 1..1e5 return if i = 1 then @"P1D" else partial[-1] * 1e15'],
    ['many zones', 'for i in 1..1e5 return time("10:00:00@Nowhere/X" + string(i))'],
    [
      'many moments in zones',
      'for i in 1..1e5 return time("10:00:00@Europe/Paris") < time("10:00:00@Asia/Tokyo")',
    ],
    ['many clocks', 'for i in 1..1e5 return now()'],
    ['a quadratic search', 'duplicate values(for i in 1..50000 return i)'],
    [
      'a sort by an expensive order',
      'sort(for i in 1..50000 return modulo(i * 7919, 50000), function(a, b) count([a, b]) = 2 and a < b)',
    ],
  ])('%s', (_name, text) => {
    const compiled = compileExpression(text)
    if (!compiled.ok) throw new Error(compiled.error.message)
    const start = process.cpuUsage()
    const outcome = compiled.value.evaluate(() => undefined, CONTEXT)
    expectWithin(process.cpuUsage(start).user / 1000, LIMIT_MS)
    if (!outcome.ok) expect(outcome.error.code).toMatch(/^feel_(out_of_fuel|too_deep)$/)
  })

  test('the same way each time, as fuel counts steps and not time', () => {
    const compiled = compileExpression('for i in 1..n return matches("abc", "b+" + string(i))')
    if (!compiled.ok) throw new Error(compiled.error.message)
    const ends = [1, 2, 3].map(() => compiled.value.evaluate(() => 100, { ...CONTEXT, fuel: 5_000 }).ok)
    expect(new Set(ends).size).toBe(1)
  })

  test('with little fuel when the context says so', () => {
    const compiled = compileExpression('for i in 1..100 return i')
    if (!compiled.ok) throw new Error(compiled.error.message)
    expect(compiled.value.evaluate(() => undefined, { ...CONTEXT, fuel: 10 })).toMatchObject({
      ok: false,
      error: { code: 'feel_out_of_fuel' },
    })
  })
})

class HostObject {
  readonly secret = 'host'
}

describe('JavaScript stays out of reach', () => {
  const variables = {
    o: { a: 1 },
    s: 'text',
    l: [1],
    n: 1,
    f: () => 'called',
    host: new HostObject(),
    date: new Date(0),
    parsed: JSON.parse('{"__proto__": {"admin": true}, "a": 1}'),
  }

  test.each([
    'o.constructor',
    'o.constructor.constructor("return 1")()',
    'o.__proto__',
    'o.toString',
    'o.hasOwnProperty("a")',
    's.constructor',
    's.length',
    'l.constructor',
    'l.length',
    'l.map',
    'n.constructor',
    'f()',
    'f',
    'f.constructor',
    'host.secret',
    'date.getTime',
    'get value(o, "constructor")',
    'get value(o, "__proto__")',
    'o["constructor"]',
    'constructor',
    '__proto__',
    'toString',
    'valueOf',
    'globalThis',
    'process',
    '[o][constructor != null]',
    '{a: 1}.constructor',
    '(function(x) x).constructor',
    'sum.constructor',
    '@"2026-01-01".constructor',
    '@"2026-01-01".epochDay',
    'parsed.admin',
  ])('%s yields nothing', (text) => {
    const value = evaluateText(text, variables)
    expect(value === null || (Array.isArray(value) && value.every((item) => item === null))).toBe(true)
  })

  test('an entry named __proto__ in the data stays an entry', () => {
    const value = toJson(JSON.parse('{"__proto__": {"admin": true}}'))
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true}}')
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('text in the data is never evaluated', () => {
    expect(evaluateText('s + "!"', { s: '= 1 + 1' })).toBe('= 1 + 1!')
  })
})
