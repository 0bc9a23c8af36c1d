import type { FeelValue, VariableLookup } from '../feel/index.ts'
import type { Mapping } from '../graph/process-graph.ts'
import { type JsonValue, noVariables, type Variables } from '../json.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { compute, lookupFrom, propagate, setLocal } from './variables.ts'

/** Input mappings make local variables; each sees those before it. The whole of a loop has none. [MA1] */
export function mapInputs(x: Execution, instance: ElementInstance): void {
  const { inputs, loop } = x.element(instance)
  if (inputs.length === 0 || (loop && instance.loopCounter === 0)) return
  setLocal(x, instance.key, evaluateMappings(x, inputs, beforeInputs(x, instance)))
}

/** Variables as they are without what input mappings made before an incident, so that these can be made again. [IN2] */
function beforeInputs(x: Execution, instance: ElementInstance): VariableLookup {
  const { inputs, loop } = x.element(instance)
  const made = new Set(inputs.map(({ target }) => target[0]))
  const item = loop?.kind === 'multiInstance' ? loop.inputElement : null
  if (loop) for (const given of ['loopCounter', item]) made.delete(given ?? '')
  const mine = lookupFrom(x, instance)
  const around = lookupFrom(x, x.instance(instance.scope))
  return (name) => (made.has(name) ? around(name) : mine(name))
}

/** Output mappings are computed from what the element sees and propagate from the scope around it. [MA2] */
export function mapOutputs(x: Execution, instance: ElementInstance): void {
  const { outputs } = x.element(instance)
  if (outputs.length > 0) propagate(x, instance.scope, evaluateMappings(x, outputs, lookupFrom(x, instance)))
}

function evaluateMappings(x: Execution, mappings: readonly Mapping[], around: VariableLookup): Variables {
  const made = noVariables()
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
