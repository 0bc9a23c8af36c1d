import type { GraphElement } from '../graph/process-graph.ts'
import type { Rule } from './advice.ts'

/** People meet names in inbox, timeline and diagram: tasks, calls, sub-processes and deciding gateways need one. */
export const labelMissing: Rule = ({ elements }) =>
  elements
    .filter((element) => element.name === '' && needsName(element))
    .map(({ id }) => ({
      rule: 'label-missing',
      element: id,
      message: `${id} has no name.`,
      remedy: 'Name it in the words of the people who do it; a gateway asks a question.',
    }))

function needsName(element: GraphElement): boolean {
  if (element.type === 'exclusiveGateway') return element.outgoing.length > 1
  return named.has(element.type)
}

const named: ReadonlySet<GraphElement['type']> = new Set<GraphElement['type']>([
  'task',
  'manualTask',
  'userTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'eventSubProcess',
])
