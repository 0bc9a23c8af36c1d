/** Adds a value to the list of its key. */
export function group<K, V>(to: Map<K, V[]>, key: K, value: V): void {
  const before = to.get(key)
  if (before === undefined) to.set(key, [value])
  else before.push(value)
}
