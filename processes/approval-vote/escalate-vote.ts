import { z } from 'zod'
import { handOverVote } from '../../db/records/approval/hand-over-vote.ts'
import { managersAbove, superiorsOf } from '../../db/records/people/superiors.ts'
import type { Change } from '../../db/records/reading.ts'
import { isGroup, type Seat, seat, seatOf } from '../approval/seat.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'

/** Nobody answered in time: the nearest superior who can is asked instead, or the same approver again if there is none. */
export const escalateVote = recordHandler({
  input: z.object({ caseId: recordId, requester: z.string(), seat }),
  output: z.object({ seat, escalated: z.literal(true) }),
  async run(change, { caseId, requester, seat }) {
    const superiors = await above(change, seat.approver, requester)
    const next = await handOverToFirst(change, { caseId, requester, approver: seat.approver }, superiors)
    return { seat: next ?? seat, escalated: true as const }
  },
})

/** A unit's superior is its manager; a role has none. */
async function above(change: Change, approver: string, requester: string): Promise<string[]> {
  const chain = (await isGroup(change, approver))
    ? await managersAbove(change, approver, requester)
    : await superiorsOf(change, approver)
  return chain.filter((id) => id !== requester)
}

interface Vote {
  readonly caseId: number
  readonly requester: string
  readonly approver: string
}

/** Passes over superiors who are absent without a substitute, or are asked in this round already. */
async function handOverToFirst(
  change: Change,
  vote: Vote,
  superiors: readonly string[],
): Promise<Seat | null> {
  const { caseId, requester, approver } = vote
  for (const to of superiors) {
    const next = await seatOf(change, to, requester)
    if (next === null) continue
    const given = await handOverVote(change, { caseId, approver, to, how: 'escalated' })
    if (given.ok) return next
  }
  return null
}
