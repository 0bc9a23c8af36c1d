import type { GraphElement } from '../graph/process-graph.ts'
import type { Rule } from './advice.ts'

/** Several flows into an activity look like a join, but each token starts it anew. */
export const fakeJoin: Rule = ({ elements }) =>
  elements.filter(looksLikeJoin).map(({ id }) => ({
    rule: 'fake-join',
    element: id,
    message: `Several sequence flows lead to ${id}; each token that arrives starts it once more.`,
    remedy: 'Draw a gateway before it: exclusive to go on with each, parallel to wait for all.',
  }))

const looksLikeJoin = ({ type, incoming }: GraphElement): boolean =>
  incoming.length > 1 && !type.endsWith('Gateway') && type !== 'endEvent'
