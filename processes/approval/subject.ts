import { z } from 'zod'
import type { SubjectKind } from '../../db/records/approval/current-hash.ts'
import type { Change } from '../../db/records/reading.ts'
import { shownRow } from '../opportunity/item-rows.ts'
import { opportunitySubject } from './opportunity-subject.ts'

/** What the approval matrix decides on, and what the approvers see. */
export const preparedSubject = z.object({
  /** In the currency's smallest unit. */
  amount: z.number().int(),
  currency: z.string(),
  /** Highest discount of a line, in basis points. */
  maxDiscount: z.number().int(),
  customerClass: z.string(),
  /** In basis points; null when a cost is not known. */
  margin: z.number().int().nullable(),
  summary: z.object({
    number: z.string(),
    title: z.string(),
    partyName: z.string(),
    /** Decimal text. */
    total: z.string(),
    /** Percent. */
    maxDiscount: z.number(),
    /** Percent. */
    margin: z.number().nullable(),
  }),
  /** To be read by the approvers. */
  lines: z.array(shownRow),
  /** The same, to be corrected by the requester. */
  items: z.array(shownRow),
})
export type PreparedSubject = z.infer<typeof preparedSubject>

/** What a kind of record must offer to be approved. */
export interface Subject {
  /** Makes the record wait for approval as a whole, and reads it. */
  prepare(change: Change, id: number): Promise<PreparedSubject>
  /** Takes over the corrected form; `items` is the variable as the form filled it. */
  correct(change: Change, id: number, items: unknown): Promise<void>
}

export const subjects: Readonly<Record<SubjectKind, Subject>> = { opportunity: opportunitySubject }

export const subjectKind = z.literal('opportunity')
