import type { LoopThrow } from '../graph/process-graph.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import { perform } from './actions.ts'
import type { Execution } from './execution.ts'
import { loopCounts } from './loop-counts.ts'
import { evaluate, lookupFrom } from './variables.ts'

/** An instance of a multi-instance activity throws at the whole, as its marker says. [MI6] (OMG BPMN 2.0.2, table 10.29) */
export function throwFromItem(x: Execution, body: ElementInstance): void {
  const { loop } = x.element(body)
  if (loop?.kind !== 'multiInstance') return
  for (const thrown of loop.throws) {
    if (!x.state.elements.has(body.key)) return
    if (isThrown(x, body, thrown)) perform(x, body, thrown.action)
  }
}

function isThrown(x: Execution, body: ElementInstance, { first, condition }: LoopThrow): boolean {
  if (first) return body.loop!.completed === 1
  if (condition === null) return true
  const counts = loopCounts(body.loop!, 0)
  const around = lookupFrom(x, body)
  return evaluate(x, condition, (name) => counts[name] ?? around(name), 'CONDITION_ERROR') === true
}
