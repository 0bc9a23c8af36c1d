import type { FlowNode, SequenceFlow } from '../../engine/model/model.ts'
import type { Casework } from './casework.ts'

/** The variable that holds the ids of the flows that are true now. */
export const DECISIONS = 'conformanceDecisions'

/**
 * Flows that steps choose get a condition on that choice. An exclusive gateway whose flows say nothing is left by the
 * first one, an inclusive one by all.
 */
export function decideFlows(
  flows: readonly SequenceFlow[],
  nodes: readonly FlowNode[],
  { decided }: Casework,
): readonly SequenceFlow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return flows.map((flow) => {
    const source = byId.get(flow.source)
    if (!source || source.defaultFlow === flow.id) return flow
    if (decided.has(source.id)) return { ...flow, condition: chosen(flow.id) }
    if (chooses(source, flows) && !flow.condition) return { ...flow, condition: '=true' }
    return flow
  })
}

const chosen = (flow: string): string =>
  `=if ${DECISIONS} = null then false else list contains(${DECISIONS}, "${flow}")`

const chooses = ({ id, type }: FlowNode, flows: readonly SequenceFlow[]): boolean =>
  (type === 'ExclusiveGateway' || type === 'InclusiveGateway') &&
  flows.filter(({ source }) => source === id).length > 1
