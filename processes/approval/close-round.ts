import { z } from 'zod'
import { getCase } from '../../db/records/approval/approval-case.ts'
import { standingOf } from '../../db/records/approval/cast-vote.ts'
import { closeCase, voidVotes } from '../../db/records/approval/close-case.ts'
import type { Change } from '../../db/records/reading.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { Refuse } from '../../engine/index.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'

type Decision = 'approved' | 'rejected' | 'returned' | 'void'

/** What the votes of the round say. What was changed under them makes them void, also at the very end (invariant 14). */
export const closeRound = recordHandler({
  input: z.object({ caseId: recordId }),
  output: z.object({ decision: z.enum(['approved', 'rejected', 'returned', 'void']) }),
  run: async (change, { caseId }) => ({ decision: await decide(change, caseId) }),
})

async function decide(change: Change, caseId: number): Promise<Decision> {
  const round = await getCase(change, caseId)
  if (round === null) throw new Refuse('record_not_found', `There is no approval case ${caseId}.`, { caseId })
  const standing = standingOf(round)
  if (standing === 'returned') return 'returned'
  if (standing === 'open') return 'void'
  const closed = await closeCase(change, caseId, standing)
  if (closed.ok || closed.error.code !== 'subject_changed') {
    orRefuse(closed)
    return standing
  }
  orRefuse(await voidVotes(change, caseId))
  return 'void'
}
