import { createHash } from 'node:crypto'

/** One change of one record, before it is chained to the one before it. */
export interface AuditFact {
  readonly recordKind: string
  readonly recordId: string
  /** The version that the change led to: 1, 2, 3 … */
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly action: string
  /** JSON object of the values written. */
  readonly changes: string
}

/** What the first entry of a record is chained to. */
export const chainStart = '0'.repeat(64)

/** SHA-256 over the fact and the hash before it, hex: no entry can be changed, removed or put in between unnoticed. */
export function auditHash(fact: AuditFact, previousHash: string): string {
  const { recordKind, recordId, seq, at, by, action, changes } = fact
  return createHash('sha256')
    .update(JSON.stringify([previousHash, recordKind, recordId, seq, at, by, action, changes]))
    .digest('hex')
}
