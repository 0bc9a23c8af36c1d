import { z } from 'zod'

/** 200 once everything is ready; 503 with a problem before, and while the database is away. */
export const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
