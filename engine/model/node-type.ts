/** Every concrete kind of flow node in BPMN 2.0, runnable or not, without the `bpmn:` prefix. */
export const nodeTypes = [
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
  'StartEvent',
  'EndEvent',
  'BoundaryEvent',
  'IntermediateCatchEvent',
  'IntermediateThrowEvent',
  'ImplicitThrowEvent',
  'ExclusiveGateway',
  'ParallelGateway',
  'InclusiveGateway',
  'ComplexGateway',
  'EventBasedGateway',
  'ChoreographyTask',
  'SubChoreography',
  'CallChoreography',
] as const

export type NodeType = (typeof nodeTypes)[number]

/** Every kind of event definition in BPMN 2.0, without prefix and suffix. */
export const eventTypes = [
  'Message',
  'Timer',
  'Error',
  'Terminate',
  'Signal',
  'Escalation',
  'Compensate',
  'Conditional',
  'Link',
  'Cancel',
] as const

export type EventType = (typeof eventTypes)[number]

export const isNodeType = (text: string): text is NodeType => nodeTypes.some((type) => type === text)
export const isEventType = (text: string): text is EventType => eventTypes.some((type) => type === text)
