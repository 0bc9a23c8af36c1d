import { z } from 'zod'
import { DateTimeFilter, enumFilter, filterOf } from './filter.ts'
import { instanceStates } from './instance-filter.ts'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

/** The contract's list; this platform has some of them. */
const elementTypes = [
  'UNSPECIFIED',
  'PROCESS',
  'SUB_PROCESS',
  'EVENT_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'START_EVENT',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'BOUNDARY_EVENT',
  'END_EVENT',
  'SERVICE_TASK',
  'RECEIVE_TASK',
  'USER_TASK',
  'MANUAL_TASK',
  'TASK',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'PARALLEL_GATEWAY',
  'EVENT_BASED_GATEWAY',
  'SEQUENCE_FLOW',
  'MULTI_INSTANCE_BODY',
  'CALL_ACTIVITY',
  'BUSINESS_RULE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
  'UNKNOWN',
] as const
export type ElementTypeName = (typeof elementTypes)[number]

export const ElementInstance = z
  .object({
    processDefinitionId: z.string(),
    startDate: z.iso.datetime(),
    endDate: z.iso.datetime().optional(),
    elementId: z.string(),
    elementName: z.string(),
    type: z.enum(elementTypes),
    state: z.enum(instanceStates),
    hasIncident: z.boolean(),
    tenantId: TenantId,
    elementInstanceKey: V2Key,
    processInstanceKey: V2Key,
    processDefinitionKey: V2Key,
    incidentKey: V2Key.optional(),
  })
  .meta({ id: 'V2ElementInstance' })
export type ElementInstance = z.infer<typeof ElementInstance>

export const ElementInstanceFilter = filterOf({
  processDefinitionId: z.string(),
  state: enumFilter(instanceStates),
  type: z.enum(elementTypes),
  elementId: z.string(),
  elementName: z.string(),
  hasIncident: z.boolean(),
  tenantId: z.string(),
  elementInstanceKey: V2Key,
  processInstanceKey: V2Key,
  processDefinitionKey: V2Key,
  incidentKey: V2Key,
  startDate: DateTimeFilter,
  endDate: DateTimeFilter,
  elementInstanceScopeKey: V2Key,
})
export type ElementInstanceFilter = z.infer<typeof ElementInstanceFilter>

export const elementInstanceSortFields = [
  'elementInstanceKey',
  'processInstanceKey',
  'processDefinitionKey',
  'processDefinitionId',
  'startDate',
  'endDate',
  'elementId',
  'elementName',
  'type',
  'state',
  'incidentKey',
  'tenantId',
] as const

const tag = 'Element instance'

export const searchElementInstances = operation({
  id: 'searchElementInstances',
  method: 'post',
  path: '/element-instances/search',
  tag,
  summary: 'Search element instances, running and ended',
  body: searchBody(elementInstanceSortFields, ElementInstanceFilter),
  answer: searchAnswer(ElementInstance),
})

export const getElementInstance = operation({
  id: 'getElementInstance',
  method: 'get',
  path: '/element-instances/{elementInstanceKey}',
  tag,
  summary: 'Get an element instance',
  params: z.object({ elementInstanceKey: V2Key }),
  answer: ElementInstance,
})
