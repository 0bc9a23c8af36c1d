import { z } from 'zod'
import { superiorsOf } from '../../db/records/people/superiors.ts'
import type { Change } from '../../db/records/reading.ts'
import { Refuse } from '../../engine/index.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { beginRound } from './round.ts'
import { type Seat, seat, seatOf } from './seat.ts'
import { subjectKind } from './subject.ts'

/** What the matrix says; null when none of its rows fits. */
const policy = z
  .object({
    approvers: z.array(z.string()),
    mode: z.enum(['serial', 'parallel']),
    quorum: z.number().int().nonnegative(),
  })
  .nullable()

/** Opens a round with a vote for each approver, for the subject as it is now. */
export const openRound = recordHandler({
  input: z.object({
    ...{ subjectKind, subjectId: recordId, requester: z.string(), caseId: optionalRecordId },
    policy,
  }),
  output: z.object({
    caseId: z.string(),
    seats: z.array(seat),
    standing: z.literal('open'),
    reason: z.null(),
  }),
  async run(change, { policy, ...request }) {
    if (policy === null) throw noRowFits()
    const { approvers, mode, quorum } = policy
    const seats = await seatsOf(change, approvers, request.requester)
    const asked = seats.map(({ approver }) => approver)
    const { id } = await beginRound(change, request, { approvers: asked, mode, quorum })
    return { caseId: String(id), seats, standing: 'open' as const, reason: null }
  },
})

/** One seat for each approver; where nobody but the requester could take it, their superior is asked instead. */
async function seatsOf(change: Change, approvers: readonly string[], requester: string): Promise<Seat[]> {
  const seats = new Map<string, Seat>()
  for (const approver of approvers) {
    const taken = (await seatOf(change, approver, requester)) ?? (await seatOfSuperior(change, requester))
    if (taken === null) throw nobodyToAsk(approver, requester)
    seats.set(taken.approver, taken)
  }
  return [...seats.values()]
}

async function seatOfSuperior(change: Change, requester: string): Promise<Seat | null> {
  for (const superior of await superiorsOf(change, requester)) {
    const found = await seatOf(change, superior, requester)
    if (found !== null) return found
  }
  return null
}

const noRowFits = () =>
  new Refuse(
    'no_row_fits',
    'The approval matrix has no row for this request, so nobody knows who approves it: have one added, then send it again.',
  )

const nobodyToAsk = (approver: string, requester: string) =>
  new Refuse(
    'nobody_to_approve',
    `Nobody but ${requester} could approve for "${approver}", and nobody approves their own request: ` +
      'add someone to the group, or appoint a superior.',
    { approver, requester },
  )
