import { z } from 'zod'
import { GroupRef, Key, LocalTexts, listOf, PersonRef, pageQuery, searchQuery, Time } from './primitives.ts'
import { Subject } from './subject.ts'

/**
 * mine: assigned to me · groups: unassigned, and I or a group of mine is a candidate · today: mine or groups, due
 * before the end of today in the company's zone, overdue included · overdue: of those, due before now · waiting: delegated by
 * me and not back yet · later: mine or
 * groups, to be followed up at a time to come; only when overdue are they in another view before · done: completed by
 * me, newest first.
 */
export const InboxView = z.enum(['mine', 'groups', 'today', 'overdue', 'waiting', 'later', 'done'])
export type InboxView = z.infer<typeof InboxView>

/** Exact. */
export const InboxCounts = z
  .object({
    mine: z.number().int(),
    groups: z.number().int(),
    today: z.number().int(),
    overdue: z.number().int(),
    waiting: z.number().int(),
    later: z.number().int(),
    done: z.number().int(),
  })
  .meta({ id: 'InboxCounts' })
export type InboxCounts = z.infer<typeof InboxCounts>

export const InboxQuery = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  /** The default of `done` is the time of completion, of the others `due`. */
  sort: z.enum(['due', 'priority', 'created']).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  /** Process id. */
  process: z.string().max(200).optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>

export const TaskState = z.enum(['created', 'completed', 'canceled'])
export type TaskState = z.infer<typeof TaskState>

/** Why the reader sees this task: it is theirs, delegated by them, their group's, named to them, or they may see all. */
export const WhyMe = z.union([
  z.literal('assigned'),
  z.literal('delegated'),
  z.literal('candidate'),
  z.literal('completed'),
  z.literal('overview'),
  z.object({ group: GroupRef }),
])
export type WhyMe = z.infer<typeof WhyMe>

export const TaskRow = z
  .object({
    key: Key,
    name: z.string(),
    names: LocalTexts,
    elementId: z.string(),
    processId: z.string(),
    processName: z.string(),
    processNames: LocalTexts,
    definitionKey: Key,
    instanceKey: Key,
    assignee: PersonRef.nullable(),
    /** Who has delegated it and gets it back. */
    owner: PersonRef.nullable(),
    candidateGroups: z.array(GroupRef),
    candidateUsers: z.array(PersonRef),
    dueAt: Time.nullable(),
    followUpAt: Time.nullable(),
    /** 0–100, 50 when the diagram says nothing. */
    priority: z.number().int(),
    createdAt: Time,
    endedAt: Time.nullable(),
    completedBy: PersonRef.nullable(),
    outcome: z.string().nullable(),
    state: TaskState,
    /** Its process is suspended: nothing can be done with it until that is resumed. */
    suspended: z.boolean(),
    subject: Subject.nullable(),
    why: WhyMe,
    /** Counts changes of the task. */
    rev: z.number().int(),
  })
  .meta({ id: 'TaskRow' })
export type TaskRow = z.infer<typeof TaskRow>

export const TaskList = listOf(TaskRow).meta({ id: 'TaskList' })
export type TaskList = z.infer<typeof TaskList>
