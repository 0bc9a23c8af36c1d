import type { FlowNode } from '../model/model.ts'
import type { Compiling } from './compiling.ts'
import { computed } from './compute.ts'
import { propertyOf } from './find-extension.ts'
import type { Computed } from './process-graph.ts'

export const calendarProperty = 'kartabl:calendar'

/** The name of the calendar by which an element counts working time: its own, or the process's. Null for neither. */
export function compileCalendarName(node: FlowNode, at: Compiling): Computed | null {
  const text = propertyOf(node, calendarProperty) || propertyOf(at.process, calendarProperty)
  return text === '' ? null : computed(text, { element: node.id, what: calendarProperty }, at)
}
