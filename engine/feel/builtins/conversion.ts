import type { Machine } from '../machine.ts'
import { finite } from '../values/arithmetic.ts'
import { FeelFunction } from '../values/feel-function.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { kindOf } from '../values/kind-of.ts'
import { textOf } from '../values/text-of.ts'
import { define, takes } from './define.ts'
import { any, nullable, some, text } from './parameters.ts'

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const GROUPINGS = [' ', ',', '.']
const POINTS = ['.', ',']

/** `number("1.234,5", ".", ",")` */
function parseNumber(
  machine: Machine,
  from: string,
  grouping: string | null | undefined,
  point: string | null | undefined,
): number | null {
  machine.spend(8 + (from.length >> 1))
  if (grouping != null && (!GROUPINGS.includes(grouping) || grouping === point)) return null
  if (point != null && !POINTS.includes(point)) return null
  const ungrouped = grouping == null ? from : from.split(grouping).join('')
  const plain = point == null || point === '.' ? ungrouped : ungrouped.replace(point, '.')
  if (!NUMBER.test(plain))
    return machine.warn('feel_value', `Expected a number, got "${from.slice(0, 40)}"; null is used.`)
  return finite(Number(plain))
}

const stringOf = (machine: Machine, from: FeelValue): string => textOf(machine, from)

export const conversionBuiltins = [
  define('string', takes([some('from')], stringOf)),
  define(
    'number',
    takes([text('from')], (machine, from) => parseNumber(machine, from, null, null)),
    takes(
      [text('from'), nullable(text('grouping separator')), nullable(text('decimal separator'))],
      parseNumber,
    ),
  ),
  define(
    'is',
    takes([any('value1'), any('value2')], (machine, a, b) => sameValue(machine, a, b)),
  ),
]

/** The same value and the same spelling of it: `is(time("10:00:00Z"), time("11:00:00+01:00"))` is false. */
function sameValue(machine: Machine, a: FeelValue, b: FeelValue): boolean {
  if (kindOf(a) !== kindOf(b) || a instanceof FeelFunction) return a === b
  return textOf(machine, a) === textOf(machine, b)
}
