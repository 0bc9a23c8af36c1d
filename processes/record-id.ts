import { z } from 'zod'

/** The id of a record as a process variable: decimal text, as the API writes it, or a number. */
export const recordId = z
  .union([z.string().regex(/^[1-9]\d{0,15}$/), z.number().int().positive()])
  .transform(Number)

/** As `recordId`, for what may be missing. */
export const optionalRecordId = recordId.nullish().transform((id) => id ?? null)
