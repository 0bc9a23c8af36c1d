import { z } from 'zod'
import { closeCase } from '../../db/records/approval/close-case.ts'
import { orRefuse } from '../../db/records/record-problem.ts'
import { recordHandler } from '../record-handler.ts'
import { recordId } from '../record-id.ts'
import { subjectKind, subjects } from './subject.ts'

/** The corrected subject goes into a new round, or the request is withdrawn. */
export const saveCorrection = recordHandler({
  input: z.object({
    ...{ subjectKind, subjectId: recordId, caseId: recordId },
    items: z.unknown(),
    correctionOutcome: z.enum(['resubmit', 'withdraw']),
  }),
  output: z.object({
    decision: z.literal('withdrawn').nullable(),
    /** May not vote either: it is now their request as well. */
    corrector: z.string(),
  }),
  async run(change, { subjectKind, subjectId, caseId, items, correctionOutcome }) {
    if (correctionOutcome === 'withdraw') {
      orRefuse(await closeCase(change, caseId, 'withdrawn'))
      return { decision: 'withdrawn' as const, corrector: change.by }
    }
    await subjects[subjectKind].correct(change, subjectId, items)
    return { decision: null, corrector: change.by }
  },
})
