import { z } from 'zod'
import { RecordId, Values } from './primitives.ts'

export const LookupKind = z.enum(['party', 'contact', 'product', 'person', 'unit', 'lost-reason'])
export type LookupKind = z.infer<typeof LookupKind>

export const LookupQuery = z.strictObject({
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** Of contacts: only those of this party. */
  party: RecordId.optional(),
  /** Only this value: to show the label of what is already chosen. */
  value: z.string().max(100).optional(),
})
export type LookupQuery = z.infer<typeof LookupQuery>

export const LookupEntry = z
  .object({
    value: z.string(),
    label: z.string(),
    labels: z.record(z.string(), z.string()),
    detail: z.string(),
    /** Of a product: `unit`, `price`, `currency`. */
    extra: Values,
  })
  .meta({ id: 'LookupEntry' })
export type LookupEntry = z.infer<typeof LookupEntry>

export const LookupList = z.object({ items: z.array(LookupEntry) })
export type LookupList = z.infer<typeof LookupList>
