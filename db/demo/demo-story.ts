import type { ItemLine } from '../records/opportunity/item-line.ts'

/**
 * What happened to a deal, as people did it, for the engine to do again on a clock that is moved to each `at`. A step whose
 * task does not come up (an approval that the matrix does not ask for) is left out. What comes after the last step is
 * still to be done.
 */
export type DemoStep =
  | {
      readonly step: 'define-items'
      readonly at: number
      readonly by: string
      readonly lines: readonly ItemLine[]
    }
  | {
      readonly step: 'approval'
      readonly at: number
      /** Answers if they were asked; else whoever was. */
      readonly by: string
      readonly outcome: 'approve' | 'reject' | 'return'
      readonly reason: string | null
    }
  | {
      readonly step: 'correct'
      readonly at: number
      readonly by: string
      readonly lines: readonly ItemLine[]
    }
  | { readonly step: 'quote'; readonly at: number; readonly by: string }
  | {
      readonly step: 'decision'
      readonly at: number
      readonly by: string
      /** Places of lines, from 0. */
      readonly ordered: readonly number[]
      readonly lost: readonly { readonly line: number; readonly lostReasonId: number }[]
    }
  | { readonly step: 'give-up'; readonly at: number; readonly by: string; readonly lostReasonId: number }
  | { readonly step: 'customer-cancelled'; readonly at: number; readonly by: string }

/** How far a deal of the demo company has come. */
export type DemoEnding =
  | 'negotiating'
  | 'in-approval'
  | 'returned'
  | 'quoted'
  | 'won'
  | 'partly-won'
  | 'lost'
  | 'rejected'
  | 'given-up'
  | 'cancelled'

export interface DemoOpportunity {
  /** `demo-01` */
  readonly key: string
  readonly ending: DemoEnding
  readonly title: string
  readonly partyId: number
  readonly contactId: number
  readonly type: string
  readonly ownerId: string
  readonly currency: string
  /** Epoch milliseconds. */
  readonly startedAt: number
  /** In order of time, all before `now`. */
  readonly steps: readonly DemoStep[]
}
