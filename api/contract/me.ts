import { z } from 'zod'
import { Currency, GroupRef, Language } from './primitives.ts'

export const Role = z.enum(['designer', 'staff', 'manager', 'administrator'])
export type Role = z.infer<typeof Role>

/** What a person may do anywhere; rights on one task or record come with that task or record. */
export const Permission = z.enum([
  'inbox.use',
  'task.read_all',
  'task.assign',
  'process.read',
  'process.start',
  'process.deploy',
  'instance.read',
  'instance.read_all',
  'instance.cancel',
  'instance.change',
  'instance.repair',
  'instance.delete',
  'incident.resolve',
  'job.work',
  'message.publish',
  'record.read',
  'record.write',
  'person.read',
  'calendar.read',
  'calendar.change',
])
export type Permission = z.infer<typeof Permission>

export const Theme = z.enum(['light', 'dark', 'auto'])
export type Theme = z.infer<typeof Theme>

export const Company = z.object({
  name: z.string(),
  language: Language,
  timeZone: z.string(),
  currency: Currency,
  /** The demo company: its sign-in page offers the demo people. */
  demo: z.boolean(),
})
export type Company = z.infer<typeof Company>

export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    language: Language,
    theme: Theme,
    /** IANA zone. */
    timeZone: z.string(),
    roles: z.array(Role),
    units: z.array(GroupRef),
    /** Ids of all groups: units and roles. */
    groups: z.array(z.string()),
    permissions: z.array(Permission),
    company: Company,
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const ChangeMe = z.strictObject({ language: Language.optional(), theme: Theme.optional() })
export type ChangeMe = z.infer<typeof ChangeMe>
