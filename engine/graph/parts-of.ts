import type { EventTrigger, SingleTrigger } from './process-graph.ts'

/** The triggers of an event one by one; a wait says by its number for which of them it is. */
export const partsOf = (trigger: EventTrigger): readonly SingleTrigger[] => {
  if (trigger.kind === 'none') return []
  return trigger.kind === 'multiple' ? trigger.parts : [trigger]
}

/** Several triggers of which all are needed. A single one needs no other. */
export const needsAll = (trigger: EventTrigger): boolean =>
  trigger.kind === 'multiple' && trigger.parallel && trigger.parts.length > 1
