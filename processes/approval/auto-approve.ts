import { z } from 'zod'
import { closeCase } from '../../db/records/approval/close-case.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { optionalRecordId, recordId } from '../record-id.ts'
import { beginRound } from './round.ts'
import { subjectKind } from './subject.ts'

/** The matrix asks nobody: the case is approved at once, and pinned like any other. */
export const autoApprove = recordHandler({
  input: z.object({ subjectKind, subjectId: recordId, requester: z.string(), caseId: optionalRecordId }),
  output: z.object({ caseId: z.string(), decision: z.literal('approved'), reason: z.null() }),
  async run(change, request) {
    const { id } = await beginRound(change, request, { approvers: [], mode: 'serial' })
    orRefuse(await closeCase(change, id, 'approved'))
    return { caseId: String(id), decision: 'approved' as const, reason: null }
  },
})
