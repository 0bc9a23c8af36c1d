import { type FeelContext, type FeelExpression, toJson, type VariableLookup } from '../feel/index.ts'
import type { RetrievedKey } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'

/** Values of correlation keys, by the ids of the keys. */
export type KeyValues = ReadonlyMap<string, string>

/**
 * Values of the keys as a message, or the data of a process, says them. A key is valid only with a value for each of its
 * properties; null, empty text and what can't be computed are none. [CK1] (OMG BPMN 2.0.2, 8.4.2)
 */
export function retrieveKeys(
  keys: readonly RetrievedKey[],
  lookup: VariableLookup,
  context: FeelContext,
): KeyValues {
  const values = new Map<string, string>()
  for (const { id, properties } of keys) {
    const texts = properties.map((property) => textOf(property, lookup, context))
    if (!texts.includes('')) values.set(id, texts.length === 1 ? texts[0]! : JSON.stringify(texts))
  }
  return values
}

/** Sees what a message carries and nothing else. */
export const lookupIn =
  (variables: Variables): VariableLookup =>
  (name) =>
    Object.hasOwn(variables, name) ? variables[name] : undefined

function textOf(property: FeelExpression, lookup: VariableLookup, context: FeelContext): string {
  const found = property.evaluate(lookup, context)
  const value = found.ok ? toJson(found.value) : null
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * The correlation key of a subscription: what is known of the keys of the message that is waited for. With one key it is that
 * key's value, so that a sender who gives it as text is understood; '' when nothing is known: any message comes. [CK2]
 */
export function subscriptionKey(
  keys: readonly RetrievedKey[],
  known: (id: string) => string | undefined,
): string {
  const values = keys.map(({ id }) => known(id) ?? null)
  if (values.every((value) => value === null)) return ''
  return values.length === 1 ? values[0]! : JSON.stringify(values)
}

/** Correlation keys of all subscriptions that a message with these values comes to, but for '', those that know most first. */
export function fittingKeys(keys: readonly RetrievedKey[], said: KeyValues): string[] {
  let known: ReadonlyMap<string, string>[] = [new Map()]
  for (const [id, value] of said) known = [...known.map((one) => new Map([...one, [id, value]])), ...known]
  return known
    .filter(({ size }) => size > 0)
    .sort((one, other) => other.size - one.size)
    .map((one) => subscriptionKey(keys, (id) => one.get(id)))
}
