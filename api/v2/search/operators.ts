/** The operators of a filter after its plain form and its value types are gone; all that are there must hold. */
export interface Operators {
  readonly $eq?: Value
  readonly $neq?: Value
  readonly $exists?: boolean
  readonly $gt?: Value
  readonly $gte?: Value
  readonly $lt?: Value
  readonly $lte?: Value
  readonly $in?: readonly Value[]
  readonly $notIn?: readonly Value[]
  readonly $like?: string
}
export type Value = string | number
type Given<T> =
  | T
  | { readonly [K in keyof Operators]?: Operators[K] extends boolean | undefined ? boolean : unknown }

/** How a value of the contract is written in rows: keys and times become numbers. */
export type Encode = (value: string) => Value

const asIs: Encode = (value) => value

/** Reads a filter of the contract, plain or with operators, into operators on row values. */
export function operatorsOf(filter: Given<Value>, encode: Encode = asIs): Operators {
  const one = (value: unknown): Value => (typeof value === 'string' ? encode(value) : (value as number)) // the contract allows no third type
  if (typeof filter !== 'object') return { $eq: one(filter) }
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (name === '$exists' || name === '$like') return [name, value]
      return [name, Array.isArray(value) ? value.map(one) : one(value)]
    }),
  )
}
