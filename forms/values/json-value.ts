/** What a variable or a submitted value can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** True for an object that is no list; its names must still be read with `own`, never by dot. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object's own property, so that `constructor` and its kin are never found by inheritance. */
export const own = (object: unknown, name: string): unknown =>
  isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined

/** The value if JSON can carry it, else null: what comes from outside is bounded to `depth` levels. */
export function asJson(value: unknown, depth = 32): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((item) => asJson(item, depth - 1))
  if (!isObject(value)) return null
  const names = Object.keys(value).filter((name) => name !== '__proto__')
  return Object.fromEntries(names.map((name) => [name, asJson(value[name], depth - 1)]))
}

/** Deep equality of two JSON values; the order of an object's names does not matter. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return a === b
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(asJson(a[name]), asJson(b[name])))
  )
}
