import { isLike } from './like.ts'
import type { Operators, Value } from './operators.ts'

type Test = (value: Value, wanted: never) => boolean

/** Of a value that is there. */
const tests: Readonly<Record<Exclude<keyof Operators, '$exists'>, Test>> = {
  $eq: (value, wanted: Value) => value === wanted,
  $neq: (value, wanted: Value) => value !== wanted,
  $gt: (value, wanted: Value) => value > wanted,
  $gte: (value, wanted: Value) => value >= wanted,
  $lt: (value, wanted: Value) => value < wanted,
  $lte: (value, wanted: Value) => value <= wanted,
  $in: (value, wanted: readonly Value[]) => wanted.includes(value),
  $notIn: (value, wanted: readonly Value[]) => !wanted.includes(value),
  $like: (value, wanted: string) => isLike(String(value), wanted),
}

/** Nothing is unlike everything, and like nothing. */
const ofAbsent: ReadonlySet<string> = new Set(['$neq', '$notIn'])

/** Does the value meet every operator? null: it is absent. The same answers as `conditionsOn` gives in the store. */
export const matches = (operators: Operators, value: Value | null): boolean =>
  Object.entries(operators).every(([name, wanted]) => {
    if (name === '$exists') return (value !== null) === wanted
    if (value === null) return ofAbsent.has(name)
    // The table's keys are the other names, and each takes the type that its operator has.
    return tests[name as keyof typeof tests](value, wanted as never)
  })
