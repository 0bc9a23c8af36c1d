import type { FlowNode } from '../model/model.ts'
import type { NodeType } from '../model/node-type.ts'

type Family = 'activity' | 'event' | 'gateway'

const activities: readonly NodeType[] = [
  'Task',
  'UserTask',
  'ManualTask',
  'ServiceTask',
  'SendTask',
  'ReceiveTask',
  'ScriptTask',
  'BusinessRuleTask',
  'CallActivity',
  'SubProcess',
  'Transaction',
  'AdHocSubProcess',
]

export const familyOf = (type: NodeType): Family => {
  if (type.endsWith('Gateway')) return 'gateway'
  return type.endsWith('Event') ? 'event' : 'activity'
}

/** Tasks, call activities and sub-processes that a token enters; event sub-processes are none. */
export const isActivity = (node: FlowNode): boolean =>
  activities.includes(node.type) && !node.triggeredByEvent

/** Elements that may have a default sequence flow. (OMG BPMN 2.0.2, 8.4.13) */
export const mayChoose = (node: FlowNode): boolean => isActivity(node) || deciding.includes(node.type)

/** Elements whose outgoing flows may have conditions; of events the standard does not say so, and engines allow it. [SF1] */
export const mayHaveConditions = (node: FlowNode): boolean =>
  mayChoose(node) || familyOf(node.type) === 'event'

const deciding: readonly NodeType[] = ['ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway']
