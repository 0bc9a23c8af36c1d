import type { ElementOf } from '../graph/process-graph.ts'
import type { Variables } from '../json.ts'
import { beginsNothing } from '../state/begins-nothing.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { Stuck } from './stuck.ts'
import { terminateChildren } from './terminate.ts'
import { evaluate, evaluateJson, lookupFrom } from './variables.ts'

type AdHoc = ElementOf<'adHocSubProcess'>

/** `own`: variables of each of the elements alone. */
export function begin(
  x: Execution,
  scope: ElementInstance,
  elements: readonly number[],
  own: readonly Variables[] = [],
): void {
  for (const [at, element] of elements.entries())
    x.plan({
      do: 'activate',
      element,
      scope: scope.key,
      variables: null,
      loopCounter: 0,
      own: own[at] ?? null,
    })
}

/** The elements that begin by themselves. [AH4] */
export function activeElements(x: Execution, instance: ElementInstance, element: AdHoc): number[] {
  if (!element.activeElements) return []
  const ids = evaluateJson(x, element.activeElements, lookupFrom(x, instance), 'EXTRACT_VALUE_ERROR')
  const indexes = Array.isArray(ids) ? ids.map((id) => x.graph.indexOf.get(String(id)) ?? -1) : [-1]
  if (indexes.every((index) => element.offered.includes(index))) return indexes
  throw new Stuck(
    'EXTRACT_VALUE_ERROR',
    `the active elements of '${element.id}' must be a list of ids of activities that may be begun in it, but are ${JSON.stringify(ids)}`,
  )
}

/** An activity inside has completed: the whole may be done with it. [AH2] */
export function afterActivity(x: Execution, scope: ElementInstance, element: AdHoc): void {
  if (beginsNothing(scope)) x.settleLater(scope.key)
  else if (element.completionCondition) {
    const lookup = lookupFrom(x, scope)
    if (evaluate(x, element.completionCondition, lookup, 'CONDITION_ERROR') === true) close(x, scope, element)
  } else if (element.activeElements) x.settleLater(scope.key)
}

/** Nothing more begins in it; what is still active is ended, or waited for. [AH3] */
export function close(x: Execution, scope: ElementInstance, { cancelRemaining }: AdHoc): void {
  x.emit({ type: 'adHocClosed', key: scope.key })
  if (cancelRemaining) terminateChildren(x, scope)
  x.settleLater(scope.key)
}

/** Whether it ends now that nothing is active in it; people may still begin something otherwise. */
export const endsWhenEmpty = (
  { completionCondition, activeElements: given }: AdHoc,
  at: ElementInstance,
): boolean => beginsNothing(at) || (given !== null && completionCondition === null)
