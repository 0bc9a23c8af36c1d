import { getOpportunity } from '../opportunity/opportunity.ts'
import { opportunityHash } from '../opportunity/subject-hash.ts'
import type { Reading } from '../reading.ts'

/** Kinds of records that can be approved. */
export type SubjectKind = 'opportunity'

const hashes: Readonly<Record<SubjectKind, (reading: Reading, id: number) => Promise<string | null>>> = {
  async opportunity(reading, id) {
    const opportunity = await getOpportunity(reading, id)
    return opportunity && opportunityHash(opportunity)
  },
}

/** Hash of what would be approved now; null when the record is not there. */
export const currentHash = async (reading: Reading, kind: string, id: number): Promise<string | null> =>
  isSubjectKind(kind) ? hashes[kind](reading, id) : null

const isSubjectKind = (kind: string): kind is SubjectKind => Object.hasOwn(hashes, kind)
