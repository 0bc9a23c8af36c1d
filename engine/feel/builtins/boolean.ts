import type { FeelValue } from '../values/feel-value.ts'
import { define, takes, takesMany } from './define.ts'
import { any, boolean, list } from './parameters.ts'

/** True when all are true; false decides, anything else makes it unknown. */
const allOf = (_machine: unknown, values: readonly FeelValue[]): boolean | null =>
  values.includes(false) ? false : values.every((value) => value === true) ? true : null

const anyOf = (_machine: unknown, values: readonly FeelValue[]): boolean | null =>
  values.includes(true) ? true : values.every((value) => value === false) ? false : null

export const booleanBuiltins = [
  define(
    'not',
    takes([boolean('negand')], (_machine, negand) => !negand),
  ),
  define('all', takes([list('list')], allOf), takesMany(any('b'), allOf)),
  define('any', takes([list('list')], anyOf), takesMany(any('b'), anyOf)),
]
