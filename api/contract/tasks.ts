import { z } from 'zod'
import { TaskRow } from './inbox.ts'
import { Key, LocalTexts, orNull, Time, Values } from './primitives.ts'
import { RecordCard } from './records.ts'

/** What the reader may do with this task now. */
export const TaskPermissions = z.object({
  claim: z.boolean(),
  release: z.boolean(),
  complete: z.boolean(),
  reassign: z.boolean(),
  /** Have someone else work on it, and get it back. */
  delegate: z.boolean(),
  resolve: z.boolean(),
  /** Put it off to a later moment. */
  followUp: z.boolean(),
})
export type TaskPermissions = z.infer<typeof TaskPermissions>

export const TaskDetail = TaskRow.extend({
  documentation: z.string(),
  documentations: LocalTexts,
  /** form-js schema; null when the task has no form. */
  form: Values.nullable(),
  /** What may be chosen at the end, of the form's buttons or of `kartabl:outcomes`; empty: just "done". */
  outcomes: z.array(z.string()),
  /** All variables that the task sees. */
  variables: Values,
  /** What the form begins with: variables by field, the draft laid over them. */
  initial: Values,
  /** What the reader had typed and not yet sent. */
  draft: z.object({ values: Values, savedAt: Time }).nullable(),
  record: orNull(RecordCard),
  permissions: TaskPermissions,
  /** Where it goes next: names of the elements that follow in the diagram. */
  next: z.array(z.object({ elementId: z.string(), name: z.string(), names: LocalTexts, type: z.string() })),
}).meta({ id: 'TaskDetail' })
export type TaskDetail = z.infer<typeof TaskDetail>

export const AssignTask = z.strictObject({ user: z.string().min(1).max(100) })
export type AssignTask = z.infer<typeof AssignTask>

export const FollowUpTask = z.strictObject({
  /** When it comes back into the ordinary views; null: it is there now. */
  at: Time.nullable(),
})
export type FollowUpTask = z.infer<typeof FollowUpTask>

export const CompleteTask = z.strictObject({
  outcome: z.string().max(100).nullable().default(null),
  values: Values.default({}),
  /** The task's `rev` as it was shown: refused when it has changed since. Left out: not compared. */
  rev: z.number().int().optional(),
})
export type CompleteTask = z.input<typeof CompleteTask>

export const TaskCompleted = z
  .object({
    instanceKey: Key,
    /** The instance has ended with this task. */
    completed: z.boolean(),
    /** The most urgent of my remaining tasks: "complete and next". */
    next: orNull(TaskRow),
  })
  .meta({ id: 'TaskCompleted' })
export type TaskCompleted = z.infer<typeof TaskCompleted>

export const SaveDraft = z.strictObject({ values: Values })
export type SaveDraft = z.infer<typeof SaveDraft>

export const DraftSaved = z.object({ savedAt: Time })
export type DraftSaved = z.infer<typeof DraftSaved>
