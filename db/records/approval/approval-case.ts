import type { ApprovalCaseRow } from '../../models/approval-case.ts'
import type { ApprovalVoteRow } from '../../models/approval-vote.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Reading } from '../reading.ts'
import { findRow, findRows } from '../rows.ts'

/** One after another, or all at once. */
export type ApprovalMode = 'serial' | 'parallel'
/** How a case stands; `approved`, `rejected` and `withdrawn` are final. */
export type CaseState = 'open' | 'approved' | 'rejected' | 'withdrawn'
/** `delegated` and `escalated` gave the vote to someone else, who has a vote of their own. */
export type VoteOutcome = 'approve' | 'reject' | 'return' | 'delegated' | 'escalated'

/** A vote that was asked for: `approver` is a person's or a group's id, `voterId` who cast it. */
export type ApprovalVote = Pick<
  ApprovalVoteRow,
  | 'id'
  | 'version'
  | 'round'
  | 'position'
  | 'approver'
  | 'voterId'
  | 'reason'
  | 'subjectHash'
  | 'castAt'
  | 'voidedAt'
> & { readonly outcome: VoteOutcome | null }

/** A request for approval with the votes of all its rounds, by round and position. */
export type ApprovalCase = Omit<ApprovalCaseRow, 'mode' | 'state'> & {
  readonly mode: ApprovalMode
  readonly state: CaseState
  readonly votes: readonly ApprovalVote[]
}

/** The case, or null. With `lock` it stays as it is until the end of the transaction. */
export async function getCase(
  reading: Reading,
  id: number,
  { lock = false } = {},
): Promise<ApprovalCase | null> {
  const models = modelsOf(reading.sequelize)
  const row = await findRow(reading, models.approvalCase, { where: { id }, ...(lock ? { lock: true } : {}) })
  if (row === null) return null
  const votes = await findRows(reading, models.approvalVote, {
    where: { caseId: id },
    order: ['round', 'position'],
  })
  return { ...row, mode: modeIn(row.mode), state: stateIn(row.state), votes: votes.map(voteOf) }
}

/** Cases about a record, the latest first. */
export async function casesOf(
  reading: Reading,
  subjectKind: string,
  subjectId: number,
): Promise<ApprovalCase[]> {
  const { approvalCase } = modelsOf(reading.sequelize)
  const where = { subjectKind, subjectId }
  const rows = await findRows(reading, approvalCase, { where, attributes: ['id'], order: [['id', 'DESC']] })
  const cases = await Promise.all(rows.map(({ id }) => getCase(reading, id)))
  return cases.filter((one) => one !== null)
}

/** Votes of the running round. */
export const currentVotes = ({
  votes,
  round,
}: Pick<ApprovalCase, 'votes' | 'round'>): readonly ApprovalVote[] =>
  votes.filter((vote) => vote.round === round)

function voteOf(row: ApprovalVoteRow): ApprovalVote {
  const { id, version, round, position, approver, voterId, reason, subjectHash, castAt, voidedAt } = row
  const vote = { id, version, round, position, approver, voterId, reason, subjectHash, castAt, voidedAt }
  return { ...vote, outcome: outcomeIn(row.outcome) }
}

const outcomes: readonly VoteOutcome[] = ['approve', 'reject', 'return', 'delegated', 'escalated']
const states: readonly CaseState[] = ['open', 'approved', 'rejected', 'withdrawn']

const modeIn = (text: string): ApprovalMode => (text === 'parallel' ? 'parallel' : 'serial')
const stateIn = (text: string): CaseState => stored(states, text)
const outcomeIn = (text: string | null): VoteOutcome | null => (text === null ? null : stored(outcomes, text))

function stored<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text)
  if (found === undefined) throw new Error(`the database holds an unknown word of approvals "${text}"`)
  return found
}
