import { ok } from '../../../engine/result.ts'
import type { ApprovalCaseRow } from '../../models/approval-case.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { type NewRecord, notFound, updateRecord } from '../write-record.ts'
import { type ApprovalCase, getCase } from './approval-case.ts'

/**
 * The only way to change a case or its votes: the case is read with a lock and gets a new version each time, so two votes
 * are never counted without each other. Answers the case as it is then. Fails with `record_not_found` or `case_closed`.
 */
export async function changeCase(
  change: Change,
  id: number,
  action: string,
  edit: (approval: ApprovalCase) => Promise<Outcome<Partial<NewRecord<ApprovalCaseRow>>>>,
): Promise<Outcome<ApprovalCase>> {
  const before = await getCase(change, id, { lock: true })
  if (before === null) return notFound('approval_cases', id)
  if (before.state !== 'open')
    return problem('case_closed', `Approval case ${id} has ended ${before.state}.`, {
      id,
      state: before.state,
    })
  const edited = await edit(before)
  if (!edited.ok) return edited
  const updated = await updateRecord(change, modelsOf(change.sequelize).approvalCase, before, edited.value, {
    action,
  })
  if (!updated.ok) return updated
  const after = await getCase(change, id)
  return after === null ? notFound('approval_cases', id) : ok(after)
}
