import type { ElementType } from '../graph/process-graph.ts'
import { adHocSubProcess } from './ad-hoc-sub-process.ts'
import type { Behavior } from './behavior.ts'
import { businessRuleTask } from './business-rule-task.ts'
import { callActivity } from './call-activity.ts'
import { catching } from './catching.ts'
import { complexGateway } from './complex-gateway.ts'
import { eventBasedGateway } from './event-based-gateway.ts'
import { exclusiveGateway } from './exclusive-gateway.ts'
import { happenedEvent } from './happened-event.ts'
import { inclusiveGateway } from './inclusive-gateway.ts'
import { parallelGateway } from './parallel-gateway.ts'
import { passThrough } from './pass-through.ts'
import { eventSubProcess, process, subProcess } from './scope.ts'
import { scriptTask } from './script-task.ts'
import { serviceTask } from './service-task.ts'
import { endEvent, intermediateThrowEvent, sendTask } from './throwing.ts'
import { userTask } from './user-task.ts'

/** Exhaustive by type: an element without a behaviour does not compile. */
const BEHAVIORS: { readonly [T in ElementType]: Behavior<T> } = {
  process,
  subProcess,
  adHocSubProcess,
  eventSubProcess,
  callActivity,
  startEvent: happenedEvent,
  boundaryEvent: happenedEvent,
  intermediateCatchEvent: catching,
  intermediateThrowEvent,
  endEvent,
  userTask,
  serviceTask,
  sendTask,
  receiveTask: catching,
  scriptTask,
  businessRuleTask,
  task: passThrough,
  manualTask: passThrough,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  complexGateway,
  eventBasedGateway,
}

// An element is always given to the behaviour of its own type; TypeScript can't follow that through the table.
export const behaviorOf = (type: ElementType): Behavior<ElementType> =>
  BEHAVIORS[type] as Behavior<ElementType>
