import { z } from 'zod'
import { Key, LocalTexts, PersonRef, Time, Values } from './primitives.ts'

export const ProcessRow = z
  .object({
    processId: z.string(),
    name: z.string(),
    names: LocalTexts,
    /** Of the latest version. */
    definitionKey: Key,
    version: z.number().int(),
    /** How many versions there are. */
    versions: z.number().int(),
    /** Active instances of all versions. */
    running: z.number().int(),
    /** Open incidents of all versions. */
    incidents: z.number().int(),
    /** The reader may start it, and it has a start that a person can use. */
    startable: z.boolean(),
    startForm: z.boolean(),
    updatedAt: Time,
  })
  .meta({ id: 'ProcessRow' })
export type ProcessRow = z.infer<typeof ProcessRow>

export const ProcessList = z.object({ items: z.array(ProcessRow) })
export type ProcessList = z.infer<typeof ProcessList>

export const ProcessVersion = z.object({
  definitionKey: Key,
  version: z.number().int(),
  deployedAt: Time,
  /** null: deployed by the platform itself, from its own folders. */
  by: PersonRef.nullable(),
  running: z.number().int(),
})
export type ProcessVersion = z.infer<typeof ProcessVersion>

export const ProcessQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() })
export type ProcessQuery = z.infer<typeof ProcessQuery>

export const ProcessDetail = ProcessRow.omit({ versions: true })
  .extend({
    /** Newest first. */
    versions: z.array(ProcessVersion),
    documentation: z.string(),
    /** The version that `elements` counts. */
    shown: z.object({ definitionKey: Key, version: z.number().int() }),
    /** Running tokens and open incidents by element id. */
    elements: z.record(z.string(), z.object({ active: z.number().int(), incidents: z.number().int() })),
  })
  .meta({ id: 'ProcessDetail' })
export type ProcessDetail = z.infer<typeof ProcessDetail>

/** The diagram as an indented list, for those who cannot see it. */
export const OutlineEntry = z
  .object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    names: LocalTexts,
    lane: z.string().nullable(),
    documentation: z.string(),
    depth: z.number().int(),
  })
  .meta({ id: 'OutlineEntry' })
export type OutlineEntry = z.infer<typeof OutlineEntry>

export const StartForm = z
  .object({ form: Values.nullable(), outcomes: z.array(z.string()), initial: Values })
  .meta({ id: 'StartForm' })
export type StartForm = z.infer<typeof StartForm>

export const StartProcess = z.strictObject({
  values: Values.default({}),
  outcome: z.string().max(100).nullable().default(null),
})
export type StartProcess = z.input<typeof StartProcess>

export const ProcessStarted = z
  .object({ instanceKey: Key, completed: z.boolean() })
  .meta({ id: 'ProcessStarted' })
export type ProcessStarted = z.infer<typeof ProcessStarted>
