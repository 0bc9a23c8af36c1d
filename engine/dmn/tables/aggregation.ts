import { addValues, compareValues, type Machine } from '../../feel/embedding.ts'
import type { FeelList, FeelValue } from '../../feel/index.ts'

type Aggregate = (machine: Machine, values: FeelList) => FeelValue

/** Sums and extremes leave null out; nothing left is null. */
export const AGGREGATIONS: ReadonlyMap<string, Aggregate> = new Map<string, Aggregate>([
  ['COUNT', (_machine, values) => values.length],
  ['SUM', (machine, values) => fold(values, (a, b) => sum(machine, a, b))],
  ['MIN', (_machine, values) => fold(values, (a, b) => ((compareValues(b, a) ?? 0) < 0 ? b : a))],
  ['MAX', (_machine, values) => fold(values, (a, b) => ((compareValues(b, a) ?? 0) > 0 ? b : a))],
])

const sum = (machine: Machine, a: FeelValue, b: FeelValue): FeelValue =>
  typeof a === 'number' && typeof b === 'number' ? a + b : addValues(machine, a, b)

function fold(values: FeelList, step: (a: FeelValue, b: FeelValue) => FeelValue): FeelValue {
  const present: FeelList = values.filter((value) => value !== null)
  return present.length === 0 ? null : present.reduce((a, b) => step(a, b))
}
