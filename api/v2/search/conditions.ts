import type { Condition } from '../../../engine/ports/store.ts'
import { matches } from './matches.ts'
import { filterNotSupported } from './not-supported.ts'
import { type Encode, type Operators, operatorsOf, type Value } from './operators.ts'

type Column<Row> = keyof Row & string

interface ColumnRead {
  readonly encode?: Encode
  /** What the column holds when there is no value: null, or 0 and '' where the row has no null. */
  readonly absent?: null | 0 | ''
}

/** No row has key 0. */
export const nothing = <Row extends { key: number }>(): Condition<Row> => ({
  column: 'key',
  is: '=',
  value: 0,
})

/** A filter of the contract on one column, as conditions that must all hold; none when there is no filter. */
export function conditionsOn<Row extends { key: number }>(
  column: Column<Row>,
  filter: Parameters<typeof operatorsOf>[0] | undefined | null,
  { encode, absent }: ColumnRead = {},
): Condition<Row>[] {
  if (filter === undefined || filter === null) return []
  const operators = operatorsOf(filter, encode)
  return Object.keys(operators).map((name) =>
    // `operatorsOf` writes no other names.
    condition<Row>(column, name as keyof Operators, operators, absent),
  )
}

const comparisons = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const

function condition<Row extends { key: number }>(
  column: Column<Row>,
  name: keyof Operators,
  operators: Operators,
  absent: null | 0 | '' | undefined,
): Condition<Row> {
  // `name` was taken from `operators`, so its value is there and of its type.
  const value = operators[name] as never
  if (name === '$exists') return exists(column, value, absent)
  if (name === '$in') return oneOf(column, value)
  if (name === '$notIn') return orAbsent({ column, is: 'not in', value }, absent, value)
  if (name === '$neq') return orAbsent({ column, is: '!=', value }, absent, [value])
  if (name === '$like') return like(column, value)
  return { column, is: comparisons[name], value }
}

/** The column has one of the values; no row passes when there are none. */
export const oneOf = <Row extends { key: number }>(
  column: Column<Row>,
  values: readonly Value[],
): Condition<Row> => (values.length === 0 ? nothing() : { column, is: 'in', value: values })

/** The store knows the wildcards, and no way to take their meaning away. */
function like<Row>(column: Column<Row>, pattern: string): Condition<Row> {
  if (pattern.includes('\\')) throw filterNotSupported(`$like "${pattern}"`, 'Leave out the backslash.')
  return { column, is: 'like', value: pattern }
}

function exists<Row>(
  column: Column<Row>,
  wanted: boolean,
  absent: null | 0 | '' | undefined,
): Condition<Row> {
  if (absent === 0 || absent === '') return { column, is: wanted ? '!=' : '=', value: absent }
  return { column, is: wanted ? 'not null' : 'null' }
}

/** "Not this" includes "nothing at all", which SQL would leave out. */
function orAbsent<Row>(
  unlike: Condition<Row> & { column: Column<Row> },
  absent: null | 0 | '' | undefined,
  values: readonly Value[],
): Condition<Row> {
  if (values.length === 0) return { anyOf: [[]] }
  return absent === null ? { anyOf: [[unlike], [{ column: unlike.column, is: 'null' }]] } : unlike
}

/** A filter on one of few names: each name of the contract stands for values of the column. */
export function enumConditions<Row extends { key: number }, Name extends string>(
  column: Column<Row>,
  filter: Parameters<typeof operatorsOf>[0] | undefined,
  rowValues: Readonly<Record<Name, readonly Value[]>>,
): Condition<Row>[] {
  if (filter === undefined) return []
  const operators = operatorsOf(filter)
  const names = Object.keys(rowValues) as Name[] // the record's own keys
  return [
    oneOf(
      column,
      names.filter((name) => matches(operators, name)).flatMap((name) => rowValues[name]),
    ),
  ]
}
