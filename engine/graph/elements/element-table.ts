import type { NodeType } from '../../model/node-type.ts'
import type { ElementCompiler } from '../compiling.ts'
import { compileAdHocSubProcess } from './ad-hoc-sub-process.ts'
import { compileBoundaryEvent } from './boundary-event.ts'
import { compileBusinessRuleTask } from './business-rule-task.ts'
import { compileCallActivity } from './call-activity.ts'
import { compileComplexGateway } from './complex-gateway.ts'
import { compileEndEvent } from './end-event.ts'
import { compileEventBasedGateway } from './event-based-gateway.ts'
import { compileIntermediateCatchEvent } from './intermediate-catch-event.ts'
import { compileIntermediateThrowEvent } from './intermediate-throw-event.ts'
import { compileReceiveTask } from './receive-task.ts'
import { compileScriptTask } from './script-task.ts'
import { compileSendTask } from './send-task.ts'
import { compileServiceTask } from './service-task.ts'
import { compileStartEvent } from './start-event.ts'
import { compileSubProcess } from './sub-process.ts'
import { unsupported } from './unsupported.ts'
import { compileUserTask } from './user-task.ts'

const choreography = unsupported('A choreography', 'Draw the processes of the participants instead.')

/** How each kind of flow node is compiled. A kind without an entry does not type-check. */
export const elementTable: Readonly<Record<NodeType, ElementCompiler>> = {
  Task: () => ({ type: 'task' }),
  ManualTask: () => ({ type: 'manualTask' }),
  UserTask: compileUserTask,
  ServiceTask: compileServiceTask,
  SendTask: compileSendTask,
  ReceiveTask: compileReceiveTask,
  ScriptTask: compileScriptTask,
  BusinessRuleTask: compileBusinessRuleTask,
  CallActivity: compileCallActivity,
  SubProcess: compileSubProcess,
  Transaction: compileSubProcess,
  AdHocSubProcess: compileAdHocSubProcess,
  StartEvent: compileStartEvent,
  EndEvent: compileEndEvent,
  BoundaryEvent: compileBoundaryEvent,
  IntermediateCatchEvent: compileIntermediateCatchEvent,
  IntermediateThrowEvent: compileIntermediateThrowEvent,
  ImplicitThrowEvent: unsupported('An implicit throw event', 'Draw an end event.'),
  ExclusiveGateway: () => ({ type: 'exclusiveGateway' }),
  ParallelGateway: () => ({ type: 'parallelGateway' }),
  InclusiveGateway: () => ({ type: 'inclusiveGateway' }),
  ComplexGateway: compileComplexGateway,
  EventBasedGateway: compileEventBasedGateway,
  ChoreographyTask: choreography,
  SubChoreography: choreography,
  CallChoreography: choreography,
}
