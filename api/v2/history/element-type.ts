import type { ElementType, GraphElement } from '../../../engine/graph/process-graph.ts'
import type { ElementTypeName } from '../../contract/v2/element-instances.ts'

const names: Readonly<Record<ElementType, ElementTypeName>> = {
  process: 'PROCESS',
  subProcess: 'SUB_PROCESS',
  eventSubProcess: 'EVENT_SUB_PROCESS',
  adHocSubProcess: 'AD_HOC_SUB_PROCESS',
  callActivity: 'CALL_ACTIVITY',
  startEvent: 'START_EVENT',
  boundaryEvent: 'BOUNDARY_EVENT',
  intermediateCatchEvent: 'INTERMEDIATE_CATCH_EVENT',
  intermediateThrowEvent: 'INTERMEDIATE_THROW_EVENT',
  endEvent: 'END_EVENT',
  userTask: 'USER_TASK',
  serviceTask: 'SERVICE_TASK',
  sendTask: 'SEND_TASK',
  receiveTask: 'RECEIVE_TASK',
  scriptTask: 'SCRIPT_TASK',
  businessRuleTask: 'BUSINESS_RULE_TASK',
  task: 'TASK',
  manualTask: 'MANUAL_TASK',
  exclusiveGateway: 'EXCLUSIVE_GATEWAY',
  parallelGateway: 'PARALLEL_GATEWAY',
  inclusiveGateway: 'INCLUSIVE_GATEWAY',
  eventBasedGateway: 'EVENT_BASED_GATEWAY',
  // The contract has no name for it.
  complexGateway: 'UNKNOWN',
}

/** The contract's name of an element; `loopCounter` 0 on a loop or multi-instance activity is the body around its inner ones. */
export const elementTypeName = (element: GraphElement, loopCounter: number): ElementTypeName =>
  element.loop !== null && loopCounter === 0 ? 'MULTI_INSTANCE_BODY' : names[element.type]
