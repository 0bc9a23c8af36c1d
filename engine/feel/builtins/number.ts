import type { Machine } from '../machine.ts'
import { finite } from '../values/arithmetic.ts'
import { DaysTimeDuration } from '../values/days-time-duration.ts'
import { type Rounding, roundTo } from '../values/round-to.ts'
import { YearsMonthsDuration } from '../values/years-months-duration.ts'
import { define, takes } from './define.ts'
import { daysTime, number, optional, yearsMonths } from './parameters.ts'

const unary = (name: string, run: (n: number) => number | boolean): ReturnType<typeof define> =>
  define(
    name,
    takes([number('number')], (_machine, n) => {
      const result = run(n)
      return typeof result === 'number' ? finite(result) : result
    }),
  )

const rounding = (name: string, mode: Rounding): ReturnType<typeof define> =>
  define(
    name,
    takes([number('n'), optional(number('scale'))], (machine, n, scale) =>
      paidRound(machine, n, scale ?? 0, mode),
    ),
  )

/** Rounding goes through the text of the number, whose digits may be many. */
function paidRound(machine: Machine, n: number, scale: number, mode: Rounding): number | null {
  machine.spend(40 + Math.min(60, Math.abs(scale) >> 2))
  return roundTo(n, scale, mode)
}

/** The sign of the divisor, as the standard defines it: `modulo(-12, 5) = 3`. */
const modulo = (dividend: number, divisor: number): number | null =>
  divisor === 0 ? null : finite(dividend - divisor * Math.floor(dividend / divisor))

export const numberBuiltins = [
  define(
    'decimal',
    takes([number('n'), number('scale')], (machine, n, scale) => paidRound(machine, n, scale, 'half even')),
  ),
  rounding('floor', 'floor'),
  rounding('ceiling', 'ceiling'),
  rounding('round up', 'up'),
  rounding('round down', 'down'),
  rounding('round half up', 'half up'),
  rounding('round half down', 'half down'),
  define(
    'abs',
    takes([number('n')], (_machine, n) => Math.abs(n)),
    takes([daysTime('n')], (_machine, n) => (n.nanos < 0n ? DaysTimeDuration.of(-n.nanos) : n)),
    takes([yearsMonths('n')], (_machine, n) => YearsMonthsDuration.of(Math.abs(n.months))),
  ),
  define(
    'modulo',
    takes([number('dividend'), number('divisor')], (_machine, a, b) => modulo(a, b)),
  ),
  unary('sqrt', Math.sqrt),
  unary('log', Math.log),
  unary('exp', Math.exp),
  unary('odd', (n) => Math.abs(n % 2) === 1),
  unary('even', (n) => n % 2 === 0),
]
