import { isObject, type JsonObject, type JsonValue, own } from './json-value.ts'

/** Steps to a value inside the form's data or inside one grid row: `customer.name` is ['customer', 'name']. */
export type ValuePath = readonly string[]

/** The value at the path, undefined where a step is missing. */
export const valueAt = (data: unknown, path: ValuePath): unknown => path.reduce<unknown>(own, data)

/** A copy of the data with the value put at the path; what lies beside the path is kept. */
export function withValueAt(data: JsonObject, path: ValuePath, value: JsonValue): JsonObject {
  const [first, ...rest] = path
  if (first === undefined) return data
  if (rest.length === 0) return { ...data, [first]: value }
  const inner = own(data, first)
  return { ...data, [first]: withValueAt(isObject(inner) ? (inner as JsonObject) : {}, rest, value) } // data is JSON all the way down
}

/** A copy of the data without the value at the path. */
export function withoutValueAt(data: JsonObject, path: ValuePath): JsonObject {
  const [first, ...rest] = path
  if (first === undefined || !Object.hasOwn(data, first)) return data
  const { [first]: inner, ...others } = data
  if (rest.length === 0) return others
  return isObject(inner) ? { ...others, [first]: withoutValueAt(inner as JsonObject, rest) } : data // as above
}

/** The path as people and errors write it: `items[2].quantity`. */
export const pathText = (prefix: string, path: ValuePath): string => prefix + path.join('.')

export const rowPrefix = (gridPath: string, index: number): string => `${gridPath}[${index}].`
