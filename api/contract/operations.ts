import { z } from 'zod'
import { Key, Values } from './primitives.ts'
import { InstanceFilter } from './v2/instance-filter.ts'

export const RestartInstance = z.strictObject({
  /** Those it began with, those it ended with, or others. */
  variables: z.union([z.enum(['first', 'last']), Values]).default('first'),
  /** Ids of elements to begin before, instead of the start event. */
  startAt: z.array(z.string().min(1).max(255)).max(100).default([]),
})
export type RestartInstance = z.infer<typeof RestartInstance>

export const RestartedInstance = z.object({ instanceKey: Key }).meta({ id: 'RestartedInstance' })

/** Filters of the public contract. */
export const DeleteInstances = z.strictObject({ filter: InstanceFilter })
export const BegunBatch = z.object({ batchOperationKey: Key }).meta({ id: 'BegunBatch' })

export const AskMigrationPlan = z.strictObject({
  from: Key,
  to: Key,
  /** Ids of elements, before and after; ids that keep need not be named. */
  mapping: z.record(z.string().max(255), z.string().max(255)).default({}),
  /** Of the page before. */
  cursor: Key.optional(),
  limit: z.number().int().min(1).max(1000).default(200),
})
export type AskMigrationPlan = z.infer<typeof AskMigrationPlan>

export const MigrationVerdict = z.enum(['automatic', 'needs_mapping', 'impossible'])
export type MigrationVerdict = z.infer<typeof MigrationVerdict>

/** What would become of one running instance, and why. */
export const PlannedMigration = z
  .object({
    instanceKey: Key,
    verdict: MigrationVerdict,
    problems: z.array(z.object({ elementId: z.string(), message: z.string() })),
  })
  .meta({ id: 'PlannedMigration' })
export type PlannedMigration = z.infer<typeof PlannedMigration>

export const MigrationPlan = z
  .object({
    items: z.array(PlannedMigration),
    /** Of all pages. */
    total: z.number().int(),
    next: Key.nullable(),
  })
  .meta({ id: 'MigrationPlan' })
