import type { AuditEntryRow } from '../../models/audit-entry.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Reading } from '../reading.ts'
import { findRows } from '../rows.ts'
import { auditHash, chainStart } from './audit-chain.ts'

/** An entry that was changed, or in whose place one is missing. */
export interface AuditFault {
  readonly recordKind: string
  readonly recordId: string
  readonly seq: number
  readonly fault: 'missing' | 'changed'
}

/** Entries of one record, oldest first. */
export const auditOf = (
  reading: Reading,
  recordKind: string,
  recordId: string | number,
): Promise<AuditEntryRow[]> =>
  findRows(reading, modelsOf(reading.sequelize).auditEntry, {
    where: { recordKind, recordId: String(recordId) },
    order: ['seq'],
  })

/**
 * Checks the chain of one record up to its present `version`, which shows when the newest entries were taken away.
 * Empty when the log is whole.
 */
export async function verifyAudit(
  reading: Reading,
  recordKind: string,
  recordId: string | number,
  version: number,
): Promise<AuditFault[]> {
  const entries = await auditOf(reading, recordKind, recordId)
  const faults: AuditFault[] = []
  let previousHash = chainStart
  for (let seq = 1; seq <= version; seq += 1) {
    const entry = entries.find((one) => one.seq === seq)
    const fault = entry === undefined ? 'missing' : faultOf(entry, previousHash)
    if (fault !== null) faults.push({ recordKind, recordId: String(recordId), seq, fault })
    previousHash = entry?.hash ?? ''
  }
  return faults
}

/** After a missing entry the next one's own contents are still checked. */
function faultOf(entry: AuditEntryRow, previousHash: string): 'changed' | null {
  const chained = previousHash === '' || entry.previousHash === previousHash
  return chained && entry.hash === auditHash(entry, entry.previousHash) ? null : 'changed'
}
