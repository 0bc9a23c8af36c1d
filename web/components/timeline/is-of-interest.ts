import type { TimelineEntry } from '../../../api/contract/index.ts'

const ownSteps: ReadonlySet<TimelineEntry['kind']> = new Set([
  'element_entered',
  'element_completed',
  'element_canceled',
  'link_followed',
  'task_updated',
  'variables_changed',
])

/** False for the steps of the engine itself, which only a process designer asks for. */
export const isOfInterest = ({ kind }: TimelineEntry): boolean => !ownSteps.has(kind)
