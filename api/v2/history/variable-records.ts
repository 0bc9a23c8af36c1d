import type { JsonValue, Key, Variables } from '../../../engine/index.ts'
import type { InstanceHistory } from './instance-history.ts'

/** A variable of a scope. */
export interface VariableRecord {
  readonly key: string
  readonly name: string
  readonly value: JsonValue
  readonly scope: Key
  readonly instance: Key
}

/** Digits of a variable's place in its scope; a scope shows no more variables than they can count. */
const PLACE_DIGITS = 4

/**
 * The contract gives variables keys; here they have names only. So a variable's key is its scope's key followed by its
 * place among the variables of the scope, in the order in which they were first set, which never changes.
 */
const keyAt = (scope: Key, place: number) => `${scope}${String(place).padStart(PLACE_DIGITS, '0')}`

/** The scope in a variable's key; 0 for a text too short to be one. */
export const scopeOfVariableKey = (key: string): Key => Number(key.slice(0, -PLACE_DIGITS))

function variablesOfScope(instance: Key, scope: Key, variables: Variables): VariableRecord[] {
  const shown = Object.entries(variables).slice(0, 10 ** PLACE_DIGITS)
  return shown.map(([name, value], place) => ({ key: keyAt(scope, place), name, value, scope, instance }))
}

/** All variables of an instance, those of ended scopes too. */
export const variableRecords = ({ instance, variables }: InstanceHistory): VariableRecord[] =>
  [...variables].flatMap(([scope, mine]) => variablesOfScope(instance, scope, mine))

/** What an element instance sees: its own variables and those of the scopes around it that are not hidden by nearer ones. */
export function visibleRecords(
  { instance, elements, variables }: InstanceHistory,
  from: Key,
): VariableRecord[] {
  const seen = new Map<string, VariableRecord>()
  for (let scope: Key = from; scope !== 0; scope = elements.get(scope)?.scope ?? 0)
    for (const record of variablesOfScope(instance, scope, variables.get(scope) ?? {}))
      if (!seen.has(record.name)) seen.set(record.name, record)
  return [...seen.values()]
}
