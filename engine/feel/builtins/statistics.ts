import type { Machine } from '../machine.ts'
import { addValues, finite } from '../values/arithmetic.ts'
import { compareValues } from '../values/compare-values.ts'
import type { FeelList, FeelValue } from '../values/feel-value.ts'
import type { Builtin } from './builtin.ts'
import { define, takes, takesMany } from './define.ts'
import { any, list } from './parameters.ts'

/** Some sort the numbers or count them. */
const NUMBER_STEPS = 4

type Numbers = (numbers: readonly number[]) => FeelValue

/** `f(list)` and `f(a, b, c)`; null unless all are numbers. */
const ofNumbers = (name: string, parameter: string, run: Numbers): Builtin => {
  const checked = (machine: Machine, items: FeelList): FeelValue => {
    machine.spend(items.length * NUMBER_STEPS)
    return items.every((item) => typeof item === 'number')
      ? run(items)
      : machine.warn('feel_arguments', `Expected only numbers in ${name}(…); null is used.`)
  }
  return define(name, takes([list('list')], checked), takesMany(any(parameter), checked))
}

/** `min` and `max` of anything that has an order; null for an empty list or mixed types. */
const extreme = (name: string, sign: 1 | -1): Builtin => {
  const run = (machine: Machine, items: FeelList): FeelValue => {
    machine.spend(typeof items[0] === 'object' ? items.length * 8 : items.length >> 1)
    let best = items[0] ?? null
    if (compareValues(best, best) === null) return null
    for (const item of items) {
      const order = compareValues(item, best)
      if (order === null) return null
      if (order * sign > 0) best = item
    }
    return best
  }
  return define(name, takes([list('list')], run), takesMany(any('c'), run))
}

/** Sums numbers, or durations of one kind. */
function sum(machine: Machine, items: FeelList): FeelValue {
  if (items.length === 0) return null
  if (items.every((item) => typeof item === 'number'))
    return finite(items.reduce((total, item) => total + item, 0))
  if (items.some((item) => typeof item === 'string')) return null
  return items.slice(1).reduce((total, item) => addValues(machine, total, item), items[0] ?? null)
}

const total = (numbers: readonly number[]): number => numbers.reduce((result, item) => result + item, 0)

const ascending = (numbers: readonly number[]): number[] => numbers.slice().sort((a, b) => a - b)

function median(numbers: readonly number[]): number | null {
  const sorted = ascending(numbers)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

/** Of a sample: divided by one less than the count. */
function standardDeviation(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null
  const mean = total(numbers) / numbers.length
  return finite(Math.sqrt(total(numbers.map((item) => (item - mean) ** 2)) / (numbers.length - 1)))
}

/** The most frequent numbers, ascending. */
function mode(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const item of numbers) counts.set(item, (counts.get(item) ?? 0) + 1)
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  return ascending([...counts].filter(([, count]) => count === most).map(([item]) => item))
}

export const statisticsBuiltins = [
  extreme('min', -1),
  extreme('max', 1),
  define('sum', takes([list('list')], sum), takesMany(any('n'), sum)),
  ofNumbers('mean', 'n', (numbers) =>
    numbers.length === 0 ? null : finite(total(numbers) / numbers.length),
  ),
  ofNumbers('product', 'n', (numbers) =>
    numbers.length === 0 ? null : finite(numbers.reduce((a, b) => a * b, 1)),
  ),
  ofNumbers('median', 'n', median),
  ofNumbers('stddev', 'n', standardDeviation),
  ofNumbers('mode', 'n', mode),
]
