import type { FeelValue } from '../feel/index.ts'
import type { Mapping } from '../graph/process-graph.ts'
import { type JsonValue, noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { compute, lookupFrom, propagate, setLocal } from './variables.ts'

/** Input mappings make local variables; each sees those before it. [MA1] */
export function mapInputs(x: Execution, instance: ElementInstance): void {
  const { inputs } = x.element(instance)
  if (inputs.length > 0) setLocal(x, instance.key, evaluateMappings(x, instance, inputs))
}

/** Output mappings are computed from what the element sees and propagate from the scope around it. [MA2] */
export function mapOutputs(x: Execution, instance: ElementInstance): void {
  const { outputs } = x.element(instance)
  if (outputs.length > 0) propagate(x, instance.scope, evaluateMappings(x, instance, outputs))
}

function evaluateMappings(x: Execution, instance: ElementInstance, mappings: readonly Mapping[]): Variables {
  const made = noVariables()
  const around = lookupFrom(x, instance)
  const lookup = (name: string) => (made[name] as FeelValue | undefined) ?? around(name)
  for (const { source, target } of mappings) {
    const value = compute(x, source, lookup, 'IO_MAPPING_ERROR')
    const [name, ...path] = target as [string, ...string[]] // compile refuses an empty target
    made[name] = path.length === 0 ? value : withPath(lookup(name) as JsonValue | undefined, path, value)
  }
  return made
}

/** A copy of `context` in which the value stands at the path: `{a: 1}`, b.c, 2 → `{a: 1, b: {c: 2}}`. [MA3] */
function withPath(context: JsonValue | undefined, path: readonly string[], value: JsonValue): JsonValue {
  const [name, ...rest] = path
  if (name === undefined) return value
  const copy = noVariables()
  if (isContext(context)) Object.assign(copy, context)
  copy[name] = withPath(copy[name], rest, value)
  return copy
}

const isContext = (value: JsonValue | undefined): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
