import { FeelStop } from '../feel-stop.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { define, takes } from './define.ts'
import { any, boolean, optional, text } from './parameters.ts'

function assert(value: FeelValue, condition: boolean, cause: string | undefined): FeelValue {
  if (condition) return value
  const message = `Expected the assertion to hold, got ${cause ?? 'a condition that is false'}; correct the data.`
  throw new FeelStop('feel_assertion_failed', message)
}

/** What diagrams drawn for Camunda 8 use beyond the standard. `random number` and `uuid` are impure and left out. */
export const camundaBuiltins = [
  define(
    'get or else',
    takes([any('value'), any('default')], (_machine, value, fallback) => value ?? fallback),
  ),
  define(
    'is defined',
    takes([any('value')], (_machine, value) => value !== null),
  ),
  define(
    'assert',
    takes(
      [any('value'), boolean('condition'), optional(text('cause'))],
      (_machine, value, condition, cause) => assert(value, condition, cause),
    ),
  ),
]
