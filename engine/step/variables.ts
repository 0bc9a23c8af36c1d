import { type FeelExpression, type FeelValue, toJson, type VariableLookup } from '../feel/index.ts'
import type { Computed, GraphElement } from '../graph/process-graph.ts'
import { type JsonValue, noVariables, type Variables } from '../json.ts'
import type { Key } from '../key.ts'
import type { ElementInstance, IncidentType } from '../state/instance-state.ts'
import { visibleIn } from '../state/visible.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'

/** Sees the variables of `from` and of every scope around it, the nearest first. [VA1] */
export function lookupFrom(x: Execution, from: ElementInstance): VariableLookup {
  return (name) => {
    for (let scope: ElementInstance | undefined = from; scope; scope = x.state.elements.get(scope.scope)) {
      const value = scope.variables?.[name]
      if (value !== undefined) return value as FeelValue
    }
    return undefined
  }
}

/** All variables visible from an element instance. */
export const visibleVariables = (x: Execution, from: ElementInstance): Variables => visibleIn(x.state, from)

/** Value of an expression, or `Stuck` with the incident type given. */
export function evaluate(
  x: Execution,
  expression: FeelExpression,
  lookup: VariableLookup,
  incident: IncidentType,
): FeelValue {
  const result = expression.evaluate(lookup, x.context)
  if (result.ok) return result.value
  throw new Stuck(incident, `'${expression.text}' could not be evaluated: ${result.error.message}`)
}

/** As `evaluate`, in the form in which variables are kept. */
export const evaluateJson = (
  x: Execution,
  expression: FeelExpression,
  lookup: VariableLookup,
  incident: IncidentType,
): JsonValue => toJson(evaluate(x, expression, lookup, incident))

/** Fixed text, or the value of the expression. */
export const compute = (
  x: Execution,
  computed: Computed,
  lookup: VariableLookup,
  incident: IncidentType = 'EXTRACT_VALUE_ERROR',
): JsonValue =>
  computed.kind === 'fixed' ? computed.text : evaluateJson(x, computed.expression, lookup, incident)

/** As `compute`; a number becomes text, anything else that is not text is `Stuck`. */
export function computeText(x: Execution, what: string, computed: Computed, lookup: VariableLookup): string {
  const value = compute(x, computed, lookup)
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Stuck('EXTRACT_VALUE_ERROR', `${what} must be text, but is ${JSON.stringify(value)}`)
}

/**
 * Each variable goes to the nearest scope from `start` outwards that has one of that name, else to the root. [VA2]
 */
export function propagate(x: Execution, start: Key, variables: Variables): void {
  const byScope = new Map<Key, Variables>()
  for (const name of Object.keys(variables)) {
    const scope = owner(x, start, name)
    const mine = byScope.get(scope) ?? noVariables()
    byScope.set(scope, mine)
    mine[name] = variables[name]!
  }
  for (const [scope, mine] of byScope) x.emit({ type: 'variablesSet', scope, variables: mine })
}

function owner(x: Execution, start: Key, name: string): Key {
  let scope = x.instance(start)
  while (scope.scope !== 0 && scope.variables?.[name] === undefined) scope = x.instance(scope.scope)
  return scope.key
}

/** Sets variables in exactly this scope; nothing when there are none. */
export function setLocal(x: Execution, scope: Key, variables: Variables): void {
  for (const _ in variables) {
    x.emit({ type: 'variablesSet', scope, variables })
    return
  }
}

/**
 * Variables that an activity's work or an event brought: with output mappings they stay local for these to choose
 * from, without they propagate, as they do where `kartabl:propagateAll` says so. [VA3]
 */
export function accept(x: Execution, instance: ElementInstance, variables: Variables): void {
  const element = x.element(instance)
  const brought = asItsOutput(element, variables)
  if (choosesOutputs(element)) setLocal(x, instance.key, brought)
  else propagate(x, instance.key, brought)
}

/** An event carries one item: who throws and who catches it need not call it the same. [DO5] */
function asItsOutput({ broughtAs }: GraphElement, variables: Variables): Variables {
  if (broughtAs === null) return variables
  const [only, ...others] = Object.keys(variables)
  if (only === undefined || others.length > 0) return variables
  const brought = Object.assign(noVariables(), variables)
  brought[broughtAs] = variables[only]!
  return brought
}

/** Output mappings choose from what is brought; the rest goes no further. */
export const choosesOutputs = ({ outputs, properties }: GraphElement): boolean =>
  outputs.length > 0 && properties['kartabl:propagateAll'] !== 'true'
