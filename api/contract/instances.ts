import { z } from 'zod'
import { TaskRow } from './inbox.ts'
import {
  Json,
  Key,
  LocalTexts,
  listOf,
  PersonRef,
  pageQuery,
  searchQuery,
  Time,
  Values,
} from './primitives.ts'
import { Subject } from './subject.ts'

export const InstanceState = z.enum(['active', 'completed', 'canceled'])
export type InstanceState = z.infer<typeof InstanceState>

export const InstanceQuery = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  process: z.string().max(200).optional(),
  state: InstanceState.optional(),
  incident: z.enum(['true', 'false']).optional(),
})
export type InstanceQuery = z.infer<typeof InstanceQuery>

export const InstanceRow = z
  .object({
    key: Key,
    processId: z.string(),
    processName: z.string(),
    processNames: LocalTexts,
    definitionKey: Key,
    version: z.number().int(),
    state: InstanceState,
    suspended: z.boolean(),
    startedAt: Time,
    endedAt: Time.nullable(),
    startedBy: PersonRef.nullable(),
    hasIncident: z.boolean(),
    subject: Subject.nullable(),
    rev: z.number().int(),
  })
  .meta({ id: 'InstanceRow' })
export type InstanceRow = z.infer<typeof InstanceRow>

export const InstanceList = listOf(InstanceRow).meta({ id: 'InstanceList' })
export type InstanceList = z.infer<typeof InstanceList>

export const Incident = z
  .object({ key: Key, elementId: z.string(), type: z.string(), message: z.string(), createdAt: Time })
  .meta({ id: 'Incident' })
export type Incident = z.infer<typeof Incident>

export const InstanceDetail = InstanceRow.extend({
  /** Of the process scope. */
  variables: Values,
  /** Where the tokens are. */
  tokens: z.array(z.object({ elementId: z.string(), count: z.number().int(), incident: z.boolean() })),
  /** Activities that wait for data of the diagram, with the names of what is missing: when one of the lists is there, they begin. */
  awaitedData: z.array(z.object({ elementId: z.string(), oneOf: z.array(z.array(z.string())) })),
  /** Ids of the sequence flows taken at least once. */
  taken: z.array(z.string()),
  completedElements: z.array(z.string()),
  /** Open ones first, then the newest. */
  tasks: z.array(TaskRow),
  incidents: z.array(Incident),
  /** Instances started by this one's call activities. */
  called: z.array(
    z.object({ elementId: z.string(), instanceKey: Key, processName: z.string(), state: InstanceState }),
  ),
  parent: z.object({ instanceKey: Key, processName: z.string() }).nullable(),
}).meta({ id: 'InstanceDetail' })
export type InstanceDetail = z.infer<typeof InstanceDetail>

/** One thing that happened, in people's terms; oldest first. */
export const TimelineEntry = z
  .object({
    at: Time,
    /** null: the engine itself (timer, job). */
    by: PersonRef.nullable(),
    kind: z.enum([
      'instance_started',
      'instance_completed',
      'instance_canceled',
      'instance_suspended',
      'instance_resumed',
      'instance_migrated',
      'element_entered',
      'element_completed',
      'element_canceled',
      'task_created',
      'task_assigned',
      'task_released',
      'task_delegated',
      'task_resolved',
      'task_denied',
      'task_updated',
      'task_completed',
      'task_canceled',
      'job_failed',
      'timer_fired',
      'message_received',
      'message_sent',
      'signal_sent',
      'signal_received',
      'condition_met',
      'data_awaited',
      'data_available',
      'escalation_thrown',
      'compensation_started',
      'undo_begun',
      'transaction_canceled',
      'activity_begun',
      'choice_ended',
      'link_followed',
      'decision_made',
      'error_thrown',
      'process_called',
      'incident_raised',
      'incident_resolved',
      'variables_changed',
    ]),
    elementId: z.string(),
    elementName: z.string(),
    elementNames: LocalTexts,
    elementType: z.string(),
    /** By kind: `outcome`, `assignee` (an id; `assigneeName` where the person is known), `reason`, `message`, `name`, `code`, `decisionId`, `names` of variables … */
    details: z.record(z.string(), Json),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const ResolveIncident = z.strictObject({
  /** New number of tries for a failed job. Left out: 1. */
  retries: z.number().int().min(1).max(100).optional(),
})
export type ResolveIncident = z.infer<typeof ResolveIncident>
