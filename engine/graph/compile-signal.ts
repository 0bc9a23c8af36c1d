import type { EventDefinition, FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import type { Computed } from './process-graph.ts'

/** Name of the signal an event is about. Null when something is missing (reported). */
export function compileSignalName(node: FlowNode, event: EventDefinition, at: Compiling): Computed | null {
  const name = at.model.signals.get(event.signalRef ?? '')?.name ?? ''
  if (name !== '') return computed(name, { element: node.id, what: 'signal name' }, at)
  at.report({
    code: 'missing_signal',
    element: node.id,
    message: event.signalRef === null ? 'The event refers to no signal.' : 'Its signal has no name.',
    remedy: 'Choose or create the signal it is about, with a name.',
  })
  return null
}
