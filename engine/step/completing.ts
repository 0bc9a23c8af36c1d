import { everyChild } from '../state/children.ts'
import type { ElementInstance } from '../state/instance-state.ts'
import type { Execution } from './execution.ts'
import { closeWaits } from './triggers.ts'

/**
 * The flow of a scope is through, only event sub-processes still run beside it: it completes with the last of them, and no
 * other one begins. [ES4] (OMG BPMN 2.0.2, 13.5.4)
 */
export function beginCompleting(x: Execution, scope: ElementInstance): void {
  const element = x.element(scope)
  if (!('eventSubProcesses' in element) || element.eventSubProcesses.length === 0) return
  const mode = scope.extra?.mode ?? 'normal'
  if (mode !== 'normal' && mode !== 'closing') return
  if (!everyChild(x.state, scope.key, (child) => runsBeside(x, child))) return
  x.emit({ type: 'completionBegun', key: scope.key })
  closeWaits(x, scope, ({ element: event }) => x.graph.elements[event]!.type !== 'boundaryEvent')
}

function runsBeside(x: Execution, child: ElementInstance): boolean {
  const element = x.element(child)
  if (element.type !== 'eventSubProcess') return false
  const start = x.graph.elements[element.startEvent]!
  return start.type === 'startEvent' && !start.interrupting
}
