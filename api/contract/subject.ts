import { z } from 'zod'
import { Money, RecordId } from './primitives.ts'

/** The record that a task or instance is about (`kartabl:record` of the process). */
export const Subject = z.object({
  kind: z.literal('opportunity'),
  id: RecordId,
  title: z.string(),
  partyName: z.string(),
  amount: Money.nullable(),
})
export type Subject = z.infer<typeof Subject>
