import { z } from 'zod'
import { Key, LocalTexts, Time } from './primitives.ts'
import { Subject } from './subject.ts'

/** An ad-hoc part of a case, in which people choose what to do next. */
export const Offer = z
  .object({
    key: Key,
    elementId: z.string(),
    name: z.string(),
    names: LocalTexts,
    instanceKey: Key,
    processId: z.string(),
    processName: z.string(),
    processNames: LocalTexts,
    subject: Subject.nullable(),
    createdAt: Time,
    /** What the reader may begin, in the diagram's order. */
    activities: z.array(
      z.object({
        elementId: z.string(),
        name: z.string(),
        names: LocalTexts,
        type: z.string(),
        /** false: what is active must be done first. */
        now: z.boolean(),
      }),
    ),
    /** Activities that are begun and not done. */
    active: z.number().int(),
    /** The reader may say that the work is done. */
    finish: z.boolean(),
    /** Then what is still active is withdrawn; else it is waited for. */
    withdraws: z.boolean(),
    rev: z.number().int(),
  })
  .meta({ id: 'Offer' })
export type Offer = z.infer<typeof Offer>

/** `total`: how many there are, of which these are the oldest. */
export const OfferList = z
  .object({ items: z.array(Offer), total: z.number().int() })
  .meta({ id: 'OfferList' })
export type OfferList = z.infer<typeof OfferList>

export const OfferQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(20) })

export const BeginActivity = z.strictObject({ elementId: z.string().min(1).max(255) })
export type BeginActivity = z.infer<typeof BeginActivity>

export const ActivityBegun = z
  .object({
    instanceKey: Key,
    /** A task of it that the reader may do now. */
    taskKey: Key.nullable(),
  })
  .meta({ id: 'ActivityBegun' })
export type ActivityBegun = z.infer<typeof ActivityBegun>
