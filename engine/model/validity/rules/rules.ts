import type { Rule } from '../rule.ts'
import { activityRules } from './activity-rules.ts'
import { boundaryEventRules } from './boundary-event-rules.ts'
import { callActivityRules } from './call-activity-rules.ts'
import { collaborationRules } from './collaboration-rules.ts'
import { dataRules } from './data-rules.ts'
import { dataSetRules } from './data-set-rules.ts'
import { eventGatewayTargetRules } from './event-gateway-target-rules.ts'
import { eventPayloadRules } from './event-payload-rules.ts'
import { eventTriggerRules } from './event-trigger-rules.ts'
import { executionRules } from './execution-rules.ts'
import { flowEndRules } from './flow-end-rules.ts'
import { gatewayRules } from './gateway-rules.ts'
import { interfaceRules } from './interface-rules.ts'
import { linkEventRules } from './link-event-rules.ts'
import { messageFlowRules } from './message-flow-rules.ts'
import { sequenceFlowRules } from './sequence-flow-rules.ts'
import { serviceRules } from './service-rules.ts'
import { textRules } from './text-rules.ts'

/** Every rule of the standard's text that is checked; schemas, ids and references are checked apart. */
export const rules: readonly Rule[] = [
  ...sequenceFlowRules,
  ...flowEndRules,
  ...messageFlowRules,
  ...gatewayRules,
  ...eventGatewayTargetRules,
  ...eventTriggerRules,
  ...boundaryEventRules,
  ...linkEventRules,
  ...eventPayloadRules,
  ...activityRules,
  ...serviceRules,
  ...callActivityRules,
  ...interfaceRules,
  ...dataRules,
  ...dataSetRules,
  ...collaborationRules,
  ...executionRules,
  ...textRules,
]
