/** Local names of flow nodes by kind. §8.4.13 */
export const tasks = [
  'task',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'userTask',
  'manualTask',
  'scriptTask',
  'businessRuleTask',
] as const
export const subProcesses = ['subProcess', 'transaction', 'adHocSubProcess'] as const
export const activities = [...tasks, 'callActivity', ...subProcesses] as const
export const choreographyActivities = ['choreographyTask', 'subChoreography', 'callChoreography'] as const
export const gateways = [
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
] as const
export const intermediateEvents = ['intermediateCatchEvent', 'intermediateThrowEvent'] as const
export const catchEvents = ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'] as const
export const throwEvents = ['intermediateThrowEvent', 'endEvent'] as const

export const isOneOf = (names: readonly string[], name: string | undefined): boolean =>
  name !== undefined && names.includes(name)
