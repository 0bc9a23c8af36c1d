import type { VariableLookup } from '../feel/index.ts'
import type { StandardLoop } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { beginItem, NO_ITEM } from './loop-item.ts'
import { Stuck } from './stuck.ts'
import { evaluate, lookupFrom } from './variables.ts'

/** One turn after another, as long as the condition holds and the maximum is not reached. [SL1] (OMG BPMN 2.0.2, 13.3.6) */
export function startStandardLoop(x: Execution, body: ElementInstance, loop: StandardLoop): void {
  // Looked at first: what can't be computed must leave nothing half begun.
  const begins = loop.maximum !== 0 && (!loop.testBefore || goesOn(x, body, loop, 0))
  x.emit({ type: 'loopStarted', key: body.key, total: -1, collectsOutput: false })
  if (begins) beginItem(x, body, NO_ITEM, null)
  else x.plan({ do: 'complete', key: body.key })
}

/** After a turn: the next one, or the end. A condition looked at before a turn is the one after the turn before. */
export function goOnStandard(x: Execution, body: ElementInstance, loop: StandardLoop): void {
  const { completed, started } = body.loop!
  if (started > completed) return
  const isFull = loop.maximum !== null && completed >= loop.maximum
  if (!isFull && goesOn(x, body, loop, completed)) beginItem(x, body, NO_ITEM, null)
  else x.plan({ do: 'complete', key: body.key })
}

/** `loopCounter`: turns that are done. */
function goesOn(
  x: Execution,
  body: ElementInstance,
  { condition }: StandardLoop,
  completed: number,
): boolean {
  if (!condition) return true
  const around = lookupFrom(x, body)
  const lookup: VariableLookup = (name) => (name === 'loopCounter' ? completed : around(name))
  const value = evaluate(x, condition, lookup, 'CONDITION_ERROR')
  if (typeof value === 'boolean') return value
  throw new Stuck('CONDITION_ERROR', `a loop condition must be true or false, but '${condition.text}' is not`)
}
