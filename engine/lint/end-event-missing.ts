import type { GraphElement } from '../graph/process-graph.ts'
import type { Rule } from './advice.ts'

/** A path that just stops ends as well, but nobody sees how. */
export const endEventMissing: Rule = ({ elements }) =>
  elements.filter(stops).map(({ id }) => ({
    rule: 'end-event-missing',
    element: id,
    message: `The path stops at ${id} without an end event.`,
    remedy: 'Draw an end event that names the result.',
  }))

const stops = ({ type, outgoing, parent }: GraphElement): boolean =>
  parent !== -1 && outgoing.length === 0 && type !== 'endEvent' && type !== 'eventSubProcess'
