import type { Rule } from './advice.ts'

/** A gateway with one way in and one way out decides nothing. */
export const superfluousGateway: Rule = ({ elements, flows }) =>
  elements
    .filter(
      ({ type, incoming, outgoing }) =>
        type.endsWith('Gateway') && incoming.length <= 1 && outgoing.length === 1,
    )
    .filter(({ outgoing }) => flows[outgoing[0] ?? -1]?.condition === null)
    .map(({ id }) => ({
      rule: 'superfluous-gateway',
      element: id,
      message: `The gateway ${id} has one way in and one way out.`,
      remedy: 'Remove it.',
    }))
