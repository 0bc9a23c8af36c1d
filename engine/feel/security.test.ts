import fc from 'fast-check'
import { expectWithin } from '../testing/expect-within.ts'
import { compileExpression, type FeelExpression, toJson } from './index.ts'
import { evaluateText } from './testing/evaluate-text.ts'
import { WORST_EXPRESSIONS } from './testing/worst-expressions.ts'

const CONTEXT = { now: 0, zone: 'UTC' }

/** Milliseconds of processor time an evaluation may take, whatever the expression; other processes do not count. */
const LIMIT_MS = 50

const ONE_ARGUMENT = [
  'string',
  'flatten',
  'sort',
  'count',
  'distinct values',
  'reverse',
  'get entries',
  'min',
  'sum',
  'mode',
  'upper case',
  'string length',
  'context merge',
]
const TWO_ARGUMENTS = [
  'concatenate',
  'append',
  'union',
  'index of',
  'list contains',
  'string join',
  'split',
  'matches',
  'contains',
  'remove',
  'partition',
  'context put',
  'substring',
  'modulo',
  'decimal',
  'duration',
  'before',
]

/** Expressions that make large things of large things. */
const growing = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('many', 'texts', 'words', 'records', 'record', 'nested', '1..1e7', '"ab"', '3', '@"P1D"'),
    fc
      .tuple(
        fc.constantFrom('return', 'return partial +', 'return [i, i] =', 'return {a: i}.a ='),
        tie('value'),
        tie('value'),
      )
      .map(([body, source, value]) => `(for i in ${source} ${body} ${value})`),
    fc
      .tuple(fc.constantFrom('+', '*', '**', '=', '<', 'in'), tie('value'), tie('value'))
      .map(([op, a, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `${a}[${b} = item]`),
    fc.tuple(fc.constantFrom(...ONE_ARGUMENT), tie('value')).map(([name, a]) => `${name}(${a})`),
    fc
      .tuple(fc.constantFrom(...TWO_ARGUMENTS), tie('value'), tie('value'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    tie('value').map((a) => `{f: function(g, x) if count(x) > 1e6 then x else g(g, ${a}), r: f(f, 1)}.r`),
  ),
})).value

function compiled(text: string): FeelExpression {
  const made = compileExpression(text)
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

describe('an expression ends in time', () => {
  test.each(WORST_EXPRESSIONS.map((worst) => [worst.name, worst] as const))('%s', (_name, worst) => {
    const expression = compiled(worst.text)
    const evaluate = (): string => {
      const outcome = expression.evaluate((name) => worst.variables[name], CONTEXT)
      return outcome.ok ? 'value' : outcome.error.code
    }
    expect(evaluate()).toBe(worst.end)
    // The first run also compiled JavaScript; the second is what a server does all day.
    const start = process.cpuUsage()
    evaluate()
    expectWithin(process.cpuUsage(start).user / 1000, LIMIT_MS)
  })

  test('also when it is put together at random', () => {
    fc.assert(
      fc.property(growing, (text) => {
        const made = compileExpression(text)
        if (!made.ok) return
        const variables = WORST_EXPRESSIONS[0]?.variables ?? {}
        const ends = [1, 2].map(() => {
          const outcome = made.value.evaluate((name) => variables[name], CONTEXT)
          return outcome.ok ? 'value' : outcome.error.code
        })
        expect(ends[0]).toMatch(/^(value|feel_out_of_fuel|feel_too_deep)$/)
        expect(ends[1]).toBe(ends[0])
      }),
      { numRuns: process.env.KARTABL_LONG ? 5_000 : 100 },
    )
  })

  test('the same way each time, as fuel counts steps and not time', () => {
    const expression = compiled('for i in 1..n return matches("abc", "b+" + string(i))')
    const ends = [1, 2, 3].map(() => expression.evaluate(() => 100, { ...CONTEXT, fuel: 5_000 }).ok)
    expect(new Set(ends).size).toBe(1)
  })

  test('with little fuel when the context says so', () => {
    expect(
      compiled('for i in 1..100 return i').evaluate(() => undefined, { ...CONTEXT, fuel: 10 }),
    ).toMatchObject({
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
