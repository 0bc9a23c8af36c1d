import { z } from 'zod'
import type { JsonValue } from '../../forms/values/json-value.ts'

/** Engine key (instance, task, definition, incident …): a positive integer as decimal text. */
export const Key = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .meta({ description: 'Engine key, a decimal string', example: '2251' })

/** Id of a record: a positive integer as decimal text. */
export const RecordId = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .meta({ description: 'Record id, a decimal string', example: '12' })

/** ISO 8601 in UTC, with milliseconds. */
export const Time = z.iso
  .datetime()
  .meta({ description: 'ISO 8601, UTC', example: '2026-03-01T08:30:00.000Z' })

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217 code', example: 'EUR' })

const decimal = (example: string) =>
  z
    .string()
    .max(40)
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ example })

/** Exact decimal text: never a float. */
export const Money = z.object({ amount: decimal('1234.50'), currency: Currency })
export type Money = z.infer<typeof Money>

export const Quantity = z.object({ value: decimal('3'), unit: z.string().min(1).max(20) })
export type Quantity = z.infer<typeof Quantity>

/** A text in several languages by language code; the plain field beside it is what to show for any other. */
export const LocalTexts = z.record(z.string(), z.string())
export type LocalTexts = z.infer<typeof LocalTexts>

export const Language = z.enum(['en', 'fa'])
export type Language = z.infer<typeof Language>

/** A person: `id` is the login name. */
export const PersonRef = z.object({ id: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof PersonRef>

/** A group: `id` is a unit's or a role's id. */
export const GroupRef = z.object({ id: z.string(), name: z.string(), names: LocalTexts.optional() })
export type GroupRef = z.infer<typeof GroupRef>

/** Any JSON value. The body's size, depth and names were bounded when it was read. */
// OpenAPI has no better word for it than "anything"; the type is narrowed for those who read it.
export const Json = z.unknown() as unknown as z.ZodType<JsonValue>
export const Values = z.record(z.string(), Json)
export type Values = z.infer<typeof Values>

/** `next` continues after the last item; null at the end. `total` counts all pages. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() })

/** What every list takes: how many, and where the last page ended. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}
export const searchQuery = { search: z.string().max(200).optional() }

/** `null` beside a named schema, so that the schema itself stays what it is in the OpenAPI document. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
