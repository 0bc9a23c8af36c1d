// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are expressions of version 7.

import fc from 'fast-check'
import { compileExpression } from '../../../feel/index.ts'
import { juelToFeel } from './juel-to-feel.ts'

const name = fc.constantFrom(
  ...[
    'a',
    'order',
    'date',
    'years',
    'days',
    'get',
    'in',
    'for',
    'time',
    'item',
    'count',
    'duration',
    'string',
  ],
  ...['function', 'between', 'amount1', '_x', 'größe', 'some', 'instance', 'of', 'return', 'then'],
)
const text = fc.string({ maxLength: 6 }).map((raw) => `'${raw.replaceAll(/[\\']/g, (sign) => `\\${sign}`)}'`)
const number = fc.oneof(fc.nat(1_000).map(String), fc.constantFrom('1.5', '.25', '3.'))
const operator = fc.constantFrom(
  ...['==', '!=', '<', '>', '<=', '>=', '&&', '||', '+', '-', '*', '/', '%'],
  ...['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'and', 'or', 'div', 'mod'],
)

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.oneof(name, text, number, fc.constantFrom('true', 'false', 'null', 'now()')),
    fc.tuple(tie('expression'), operator, tie('expression')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(fc.constantFrom('!', 'not ', '-', 'empty '), tie('expression')).map((parts) => parts.join('')),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('expression'), name).map(([of, part]) => `(${of}).${part}`),
    fc.tuple(tie('expression'), tie('expression')).map(([of, at]) => `(${of})[${at}]`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('contains', 'equals', 'concat', 'startsWith', 'get'),
        tie('expression'),
      )
      .map(([of, method, arg]) => `(${of}).${method}(${arg})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('size()', 'length()', 'isEmpty()', 'toString()', 'getTotal()'),
      )
      .map(([of, call]) => `(${of}).${call}`),
  ),
}))

test('whatever is built of known parts is translated to FEEL that compiles and reads no more than was named', () => {
  fc.assert(
    fc.property(expression, (juel) => {
      const translated = juelToFeel(`\${${juel}}`)
      if (!translated.ok) return expect(translated.error).toMatch(/nested|longer|of a moment/)
      const compiled = compileExpression(translated.value.slice(1))
      expect(compiled.ok).toBe(true)
      const named = new Set(juel.match(/[\p{L}_][\p{L}\p{N}_]*/gu))
      if (compiled.ok) expect(compiled.value.references.filter((one) => !named.has(one))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('any text is translated or refused, and never throws', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...('$' + '{}#\\\'"()[].,!=<>&|?:+-*/% ab1'), 'empty ', ' eq '),
    maxLength: 40,
  })
  fc.assert(
    fc.property(signs, (juel) => {
      const translated = juelToFeel(juel)
      if (translated.ok && translated.value.startsWith('='))
        expect(compileExpression(translated.value.slice(1)).ok).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})
