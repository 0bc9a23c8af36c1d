import type { FeelExpression } from '../feel/index.ts'
import { partsOf } from '../graph/parts-of.ts'
import { noVariables } from '../json.ts'
import type { ConditionWait, ElementInstance } from '../state/instance-state.ts'
import { waitingFor } from '../state/waiting.ts'
import type { Execution } from './execution.ts'
import { lookupFrom } from './variables.ts'

/** What is not known yet does not hold: a conditional event waits for values that are still to come. [CE2] */
export function conditionHolds(x: Execution, instance: ElementInstance, condition: FeelExpression): boolean {
  const value = condition.evaluate(lookupFrom(x, instance), x.context)
  return value.ok && value.value === true
}

/** Looks at all conditions that are waited for, after variables have changed: one is met by becoming true. [CE1] */
export function watchConditions(x: Execution): void {
  if (!x.variablesChanged) return
  x.variablesChanged = false
  for (const instance of waitingFor(x.state, 'condition'))
    for (const wait of instance.waits) if (wait.kind === 'condition') watch(x, instance, wait)
}

function watch(x: Execution, instance: ElementInstance, wait: ConditionWait): void {
  const holds = conditionHolds(x, instance, conditionOf(x, wait))
  if (holds === wait.holds) return
  const { key } = instance
  x.emit({ type: 'conditionChanged', key, condition: wait.key, holds })
  if (holds) x.plan({ do: 'happen', key, wait: wait.key, variables: noVariables() })
}

function conditionOf(x: Execution, { element, part }: ConditionWait): FeelExpression {
  const event = x.graph.elements[element]!
  if (event.availability) return event.availability.condition
  const trigger = 'trigger' in event ? partsOf(event.trigger)[part] : undefined
  if (trigger?.kind === 'conditional') return trigger.condition
  throw new Error(`'${event.id}' waits for a condition that its diagram does not have`)
}
