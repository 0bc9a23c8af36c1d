import { z } from 'zod'
import { Role } from './me.ts'
import { GroupRef, LocalTexts } from './primitives.ts'

export const Person = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(Role),
    units: z.array(GroupRef),
    enabled: z.boolean(),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const Unit = z
  .object({
    id: z.string(),
    name: z.string(),
    names: LocalTexts,
    /** Id of the unit above, null at the top. */
    parent: z.string().nullable(),
  })
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>
