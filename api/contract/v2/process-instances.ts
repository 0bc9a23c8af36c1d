import { z } from 'zod'
import { Values } from '../primitives.ts'
import { IncidentAnswer, incidentSortFields } from './incidents.ts'
import { InstanceFilter, instanceStates } from './instance-filter.ts'
import { Long, Name, OnlyTenant, TenantId, V2Key } from './key.ts'
import { operation } from './operation.ts'
import { StatisticsAnswer } from './process-definitions.ts'
import { searchAnswer, searchBody } from './search.ts'
import { GivenVariables } from './variables.ts'

const none = (what: string) =>
  z.array(z.unknown()).max(0, `${what} are not supported: leave them out`).optional()

/** By key, or by process id with or without a version. */
export const CreateInstance = z
  .object({
    processDefinitionKey: V2Key.optional(),
    processDefinitionId: Name.optional(),
    processDefinitionVersion: z.number().int().default(-1),
    variables: GivenVariables,
    tenantId: OnlyTenant,
    operationReference: z.unknown().optional(),
    startInstructions: z
      .array(z.object({ elementId: Name }))
      .max(100)
      .default([]),
    runtimeInstructions: none('runtime instructions'),
    awaitCompletion: z.boolean().default(false),
    fetchVariables: z.array(Name).max(1000).default([]),
    /** Milliseconds to wait for the completion; 0 is the server's own bound. */
    requestTimeout: Long.prefault(0),
    tags: none('tags'),
  })
  .refine(
    (given) => (given.processDefinitionKey === undefined) !== (given.processDefinitionId === undefined),
    {
      error: 'expected exactly one of processDefinitionKey and processDefinitionId',
    },
  )
export type CreateInstance = z.infer<typeof CreateInstance>

export const CreatedInstance = z
  .object({
    processDefinitionId: z.string(),
    processDefinitionVersion: z.number().int(),
    tenantId: TenantId,
    variables: Values,
    processDefinitionKey: V2Key,
    processInstanceKey: V2Key,
  })
  .meta({ id: 'V2CreatedInstance' })
export type CreatedInstance = z.infer<typeof CreatedInstance>

export const ProcessInstance = z
  .object({
    processDefinitionId: z.string(),
    processDefinitionName: z.string(),
    processDefinitionVersion: z.number().int(),
    processDefinitionVersionTag: z.string().optional(),
    startDate: z.iso.datetime(),
    endDate: z.iso.datetime().optional(),
    state: z.enum(instanceStates),
    hasIncident: z.boolean(),
    tenantId: TenantId,
    processInstanceKey: V2Key,
    processDefinitionKey: V2Key,
    parentProcessInstanceKey: V2Key.optional(),
    parentElementInstanceKey: V2Key.optional(),
  })
  .meta({ id: 'V2ProcessInstance' })
export type ProcessInstance = z.infer<typeof ProcessInstance>

export const processInstanceSortFields = [
  'processInstanceKey',
  'processDefinitionId',
  'processDefinitionName',
  'processDefinitionVersion',
  'processDefinitionVersionTag',
  'processDefinitionKey',
  'parentProcessInstanceKey',
  'parentElementInstanceKey',
  'startDate',
  'endDate',
  'state',
  'hasIncident',
  'tenantId',
] as const

/** A sequence flow that a token has taken. */
const TakenFlow = z
  .object({
    sequenceFlowId: z.string(),
    processInstanceKey: V2Key,
    processDefinitionKey: V2Key,
    processDefinitionId: z.string(),
    elementId: z.string(),
    tenantId: TenantId,
  })
  .meta({ id: 'V2TakenFlow' })

const CallHierarchyEntry = z
  .object({ processInstanceKey: V2Key, processDefinitionKey: V2Key, processDefinitionName: z.string() })
  .meta({ id: 'V2CallHierarchyEntry' })

const tag = 'Process instance'
const params = z.object({ processInstanceKey: V2Key })
const path = '/process-instances/{processInstanceKey}'

export const createProcessInstance = operation({
  id: 'createProcessInstance',
  method: 'post',
  path: '/process-instances',
  tag,
  summary: 'Start a process, and wait for its end if asked to',
  body: CreateInstance,
  answer: CreatedInstance,
})

export const getProcessInstance = operation({
  id: 'getProcessInstance',
  method: 'get',
  path,
  tag,
  summary: 'Get a process instance',
  params,
  answer: ProcessInstance,
})

export const searchProcessInstances = operation({
  id: 'searchProcessInstances',
  method: 'post',
  path: '/process-instances/search',
  tag,
  summary: 'Search process instances',
  body: searchBody(processInstanceSortFields, InstanceFilter),
  answer: searchAnswer(ProcessInstance),
})

export const cancelProcessInstance = operation({
  id: 'cancelProcessInstance',
  method: 'post',
  path: `${path}/cancellation`,
  tag,
  summary: 'Cancel a running process instance and what it called',
  params,
  answer: null,
})

export const searchProcessInstanceIncidents = operation({
  id: 'searchProcessInstanceIncidents',
  method: 'post',
  path: `${path}/incidents/search`,
  tag,
  summary: 'Search the incidents of an instance and of what it called',
  params,
  body: searchBody(incidentSortFields, z.strictObject({})),
  answer: IncidentAnswer,
})

export const getProcessInstanceSequenceFlows = operation({
  id: 'getProcessInstanceSequenceFlows',
  method: 'get',
  path: `${path}/sequence-flows`,
  tag,
  summary: 'List the sequence flows that were taken',
  params,
  answer: z.object({ items: z.array(TakenFlow) }),
})

export const getProcessInstanceStatistics = operation({
  id: 'getProcessInstanceStatistics',
  method: 'get',
  path: `${path}/statistics/element-instances`,
  tag,
  summary: 'Count the element instances of an instance by element',
  params,
  answer: StatisticsAnswer,
})

export const getProcessInstanceCallHierarchy = operation({
  id: 'getProcessInstanceCallHierarchy',
  method: 'get',
  path: `${path}/call-hierarchy`,
  tag,
  summary: 'List the instances that led to this one, the outermost first',
  params,
  answer: z.array(CallHierarchyEntry),
})
