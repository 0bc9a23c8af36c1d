import { z } from 'zod'
import { DateTimeFilter, filterOf } from './filter.ts'
import { TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { searchAnswer, searchBody } from './search.ts'

/** The contract's list; this platform raises some of them. */
const errorTypes = [
  'UNSPECIFIED',
  'UNKNOWN',
  'IO_MAPPING_ERROR',
  'JOB_NO_RETRIES',
  'EXECUTION_LISTENER_NO_RETRIES',
  'TASK_LISTENER_NO_RETRIES',
  'AD_HOC_SUB_PROCESS_NO_RETRIES',
  'CONDITION_ERROR',
  'EXTRACT_VALUE_ERROR',
  'CALLED_ELEMENT_ERROR',
  'UNHANDLED_ERROR_EVENT',
  'MESSAGE_SIZE_EXCEEDED',
  'CALLED_DECISION_ERROR',
  'DECISION_EVALUATION_ERROR',
  'FORM_NOT_FOUND',
  'RESOURCE_NOT_FOUND',
] as const
export type ErrorType = (typeof errorTypes)[number]

const states = ['ACTIVE', 'MIGRATED', 'RESOLVED', 'PENDING'] as const

export const Incident = z
  .object({
    processDefinitionId: z.string(),
    errorType: z.enum(errorTypes),
    errorMessage: z.string(),
    elementId: z.string(),
    creationTime: z.iso.datetime(),
    state: z.enum(states),
    tenantId: TenantId,
    incidentKey: V2Key,
    processDefinitionKey: V2Key,
    processInstanceKey: V2Key,
    elementInstanceKey: V2Key,
    jobKey: V2Key.optional(),
  })
  .meta({ id: 'V2Incident' })
export type Incident = z.infer<typeof Incident>
export const IncidentAnswer = searchAnswer(Incident)

export const IncidentFilter = filterOf({
  processDefinitionId: z.string(),
  errorType: z.enum(errorTypes),
  errorMessage: z.string(),
  elementId: z.string(),
  creationTime: DateTimeFilter,
  state: z.enum(states),
  tenantId: z.string(),
  incidentKey: V2Key,
  processDefinitionKey: V2Key,
  processInstanceKey: V2Key,
  elementInstanceKey: V2Key,
  jobKey: V2Key,
})
export type IncidentFilter = z.infer<typeof IncidentFilter>

export const incidentSortFields = [
  'incidentKey',
  'processDefinitionKey',
  'processDefinitionId',
  'processInstanceKey',
  'errorType',
  'errorMessage',
  'elementId',
  'elementInstanceKey',
  'creationTime',
  'state',
  'jobKey',
  'tenantId',
] as const

const tag = 'Incident'
const params = z.object({ incidentKey: V2Key })

export const searchIncidents = operation({
  id: 'searchIncidents',
  method: 'post',
  path: '/incidents/search',
  tag,
  summary: 'Search incidents',
  body: searchBody(incidentSortFields, IncidentFilter),
  answer: IncidentAnswer,
})

export const getIncident = operation({
  id: 'getIncident',
  method: 'get',
  path: '/incidents/{incidentKey}',
  tag,
  summary: 'Get an incident',
  params,
  answer: Incident,
})

export const resolveIncident = operation({
  id: 'resolveIncident',
  method: 'post',
  path: '/incidents/{incidentKey}/resolution',
  tag,
  summary: 'Try again where an incident stopped; a job needs retries first',
  params,
  answer: null,
})
