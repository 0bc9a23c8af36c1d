import { z } from 'zod'
import { Currency, Language } from './primitives.ts'

/** `needed`: the company is empty and waits for its first administrator. */
export const SetupState = z.object({
  needed: z.boolean(),
  /** Sign-in names of the demo company, empty elsewhere. */
  demoLogins: z.array(z.object({ user: z.string(), name: z.string(), role: z.string() })),
})
export type SetupState = z.infer<typeof SetupState>

export const Setup = z.strictObject({
  company: z.strictObject({
    name: z.string().trim().min(1).max(200),
    language: Language,
    timeZone: z.string().min(1).max(64),
    currency: Currency,
  }),
  administrator: z.strictObject({
    user: z.string().regex(/^[a-z][a-z0-9._-]{1,39}$/),
    name: z.string().trim().min(1).max(200),
    password: z.string().min(8).max(200),
    email: z.email().max(200).nullable(),
  }),
})
export type Setup = z.infer<typeof Setup>
