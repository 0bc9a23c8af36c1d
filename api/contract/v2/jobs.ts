import { z } from 'zod'
import { Values } from '../primitives.ts'
import { DateTimeFilter, enumFilter, filterOf, IntegerFilter, KeyFilter, StringFilter } from './filter.ts'
import { Long, Name, TenantId, Text, V2Key } from './key.ts'
import { searchAnswer, searchBody } from './search.ts'
import { candidates, newDate } from './task-attributes.ts'

export const jobStates = [
  'CANCELED',
  'COMPLETED',
  'CREATED',
  'ERROR_THROWN',
  'FAILED',
  'MIGRATED',
  'RETRIES_UPDATED',
  'TIMED_OUT',
] as const
export type JobStateName = (typeof jobStates)[number]
const jobKinds = ['BPMN_ELEMENT', 'EXECUTION_LISTENER', 'TASK_LISTENER', 'AD_HOC_SUB_PROCESS'] as const
export type JobKindName = (typeof jobKinds)[number]
const listenerEvents = [
  'ASSIGNING',
  'CANCELING',
  'COMPLETING',
  'CREATING',
  'END',
  'START',
  'UNSPECIFIED',
  'UPDATING',
] as const
export type ListenerEventName = (typeof listenerEvents)[number]

export const ActivateJobs = z.object({
  type: Name,
  worker: z.string().max(255).default(''),
  /** Milliseconds of the lease. */
  timeout: Long.pipe(
    z
      .number()
      .min(1)
      .max(31 * 86_400_000),
  ),
  maxJobsToActivate: z.number().int().min(1),
  fetchVariable: z.array(Name).max(1000).default([]),
  /** Milliseconds to wait for a job; 0 or absent: as the server likes; negative: not at all. */
  requestTimeout: Long.prefault(0),
  tenantIds: z.array(z.string()).max(1000).optional(),
})
export type ActivateJobs = z.infer<typeof ActivateJobs>

export const ActivatedJob = z
  .object({
    type: z.string(),
    processDefinitionId: z.string(),
    processDefinitionVersion: z.number().int(),
    elementId: z.string(),
    customHeaders: Values,
    worker: z.string(),
    retries: z.number().int(),
    /** Epoch milliseconds. */
    deadline: z.number().int(),
    variables: Values,
    tenantId: TenantId,
    jobKey: V2Key,
    processInstanceKey: V2Key,
    processDefinitionKey: V2Key,
    elementInstanceKey: V2Key,
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(listenerEvents),
    /** Of a task listener's job: the task as it will be. */
    userTask: z
      .object({
        action: z.string(),
        assignee: z.string().nullable(),
        candidateGroups: z.array(z.string()),
        candidateUsers: z.array(z.string()),
        changedAttributes: z.array(z.string()),
        dueDate: z.iso.datetime().nullable(),
        followUpDate: z.iso.datetime().nullable(),
        priority: z.number().int(),
        userTaskKey: V2Key,
      })
      .optional(),
  })
  .meta({ id: 'V2ActivatedJob' })
export type ActivatedJob = z.infer<typeof ActivatedJob>

export const Job = z
  .object({
    customHeaders: z.record(z.string(), z.string()),
    deadline: z.iso.datetime().optional(),
    elementId: z.string(),
    elementInstanceKey: V2Key,
    errorMessage: z.string().optional(),
    hasFailedWithRetriesLeft: z.boolean(),
    jobKey: V2Key,
    kind: z.enum(jobKinds),
    listenerEventType: z.enum(listenerEvents),
    processDefinitionId: z.string(),
    processDefinitionKey: V2Key,
    processInstanceKey: V2Key,
    retries: z.number().int(),
    state: z.enum(jobStates),
    tenantId: TenantId,
    type: z.string(),
    worker: z.string(),
  })
  .meta({ id: 'V2Job' })
export type Job = z.infer<typeof Job>

export const JobFilter = filterOf({
  deadline: DateTimeFilter.nullable(),
  deniedReason: StringFilter,
  elementId: StringFilter,
  elementInstanceKey: KeyFilter,
  endTime: DateTimeFilter,
  errorCode: StringFilter,
  errorMessage: StringFilter,
  hasFailedWithRetriesLeft: z.boolean(),
  isDenied: z.boolean().nullable(),
  jobKey: KeyFilter,
  kind: enumFilter(jobKinds),
  listenerEventType: enumFilter(listenerEvents),
  processDefinitionId: StringFilter,
  processDefinitionKey: KeyFilter,
  processInstanceKey: KeyFilter,
  retries: IntegerFilter,
  state: enumFilter(jobStates),
  tenantId: StringFilter,
  type: StringFilter,
  worker: StringFilter,
})
export type JobFilter = z.infer<typeof JobFilter>

export const jobSortFields = [
  'deadline',
  'deniedReason',
  'elementId',
  'elementInstanceKey',
  'endTime',
  'errorCode',
  'errorMessage',
  'isDenied',
  'jobKey',
  'kind',
  'listenerEventType',
  'processDefinitionId',
  'processDefinitionKey',
  'processInstanceKey',
  'retries',
  'state',
  'tenantId',
  'type',
  'worker',
] as const

export const SearchJobs = searchBody(jobSortFields, JobFilter)
export const JobAnswer = searchAnswer(Job)

export const CompleteJob = z
  .object({
    variables: Values.nullish(),
    /** What a task listener says; other jobs have no result. */
    result: z
      .object(
        {
          type: z.literal('userTask'),
          denied: z.boolean().nullish(),
          deniedReason: Text.nullish(),
          /** null and absent leave a value as it is, an empty text takes it away. */
          corrections: z
            .object({
              assignee: z.string().max(255).nullish(),
              dueDate: newDate,
              followUpDate: newDate,
              candidateUsers: candidates,
              candidateGroups: candidates,
              priority: z.number().int().min(0).max(100).nullish(),
            })
            .nullish(),
        },
        { error: 'a job result belongs to the job of a task listener and is of type userTask: leave it out' },
      )
      .nullish(),
  })
  .prefault({})

export type CompleteJob = z.infer<typeof CompleteJob>

export const FailJob = z
  .object({
    retries: z.number().int().min(0).default(0),
    errorMessage: Text.default(''),
    /** Milliseconds until it is offered again. */
    retryBackOff: Long.pipe(z.number().min(0)).prefault(0),
    variables: Values.nullish(),
  })
  .prefault({})

export const ThrowJobError = z.object({
  errorCode: Name,
  errorMessage: Text.nullish(),
  variables: Values.nullish(),
})

/** At least one of them. */
export const UpdateJob = z.object({
  changeset: z
    .object({
      retries: z.number().int().min(1).nullish(),
      /** Milliseconds from now until the lease ends. */
      timeout: Long.pipe(z.number().min(0)).nullish(),
    })
    .refine(({ retries, timeout }) => retries != null || timeout != null, {
      error: 'expected retries, timeout or both',
    }),
  operationReference: z.unknown().optional(),
})
