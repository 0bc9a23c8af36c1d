import { z } from 'zod'

/** 200 once everything is ready; 503 before, and while the database is away. */
export const Health = z.object({ status: z.enum(['ok', 'starting', 'unavailable']) }).meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
