import { modelsOf } from '../../models/models-of.ts'
import { insertRows } from '../insert-rows.ts'
import type { Change } from '../reading.ts'
import { type AuditFact, auditHash, chainStart } from './audit-chain.ts'

export interface AuditedChange {
  readonly recordKind: string
  readonly recordId: string
  readonly version: number
  /** What happened, in words of the trade: `create`, `submit-for-approval`. */
  readonly action: string
  readonly changes: Readonly<Record<string, unknown>>
}

/** Never written to the log: secrets, and what only repeats other columns. */
const unlogged = new Set(['passwordHash', 'search', 'sortKey'])

/**
 * Adds the change to its record's chain. Chains are per record and so need no lock of their own: two changes of one
 * record are already kept apart by its version.
 */
export async function appendAudit(change: Change, audited: AuditedChange): Promise<void> {
  const fact = factOf(change, audited)
  const previousHash = fact.seq === 1 ? chainStart : await lastHash(change, fact)
  await insertRows(change, 'audit_log', [{ ...fact, previousHash, hash: auditHash(fact, previousHash) }])
}

/** The first entries of many new records at once. */
export async function appendFirstAudits(change: Change, audited: readonly AuditedChange[]): Promise<void> {
  const facts = audited.map((one) => factOf(change, one))
  const rows = facts.map((fact) => ({ ...fact, previousHash: chainStart, hash: auditHash(fact, chainStart) }))
  await insertRows(change, 'audit_log', rows)
}

function factOf(change: Change, audited: AuditedChange): AuditFact {
  const { recordKind, recordId, version, action } = audited
  const kept = Object.entries(audited.changes).filter(([name]) => !unlogged.has(name))
  const changes = JSON.stringify(Object.fromEntries(kept))
  return { recordKind, recordId, seq: version, at: change.now, by: change.by, action, changes }
}

async function lastHash(change: Change, { recordKind, recordId, seq }: AuditFact): Promise<string> {
  const { auditEntry } = modelsOf(change.sequelize)
  const entry = await auditEntry.findOne({
    where: { recordKind, recordId, seq: seq - 1 },
    attributes: ['hash'],
    raw: true,
    transaction: change.transaction,
  })
  if (entry === null) throw new Error(`audit log: entry ${seq - 1} of ${recordKind} ${recordId} is missing`)
  return (entry as unknown as { hash: string }).hash // `raw` makes it a plain row
}
