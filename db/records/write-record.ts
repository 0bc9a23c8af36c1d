import type { WhereOptions } from 'sequelize'
import { ok } from '../../engine/result.ts'
import type { RecordModel, RecordRow } from '../models/record-columns.ts'
import { appendAudit, appendFirstAudits } from './audit/append-audit.ts'
import { insertRow, insertRows } from './insert-rows.ts'
import type { Change } from './reading.ts'
import { type Outcome, problem } from './record-problem.ts'
import { findRow } from './rows.ts'

type RecordId = string | number
interface IdentifiedRow extends RecordRow {
  id: RecordId
}

/** The columns that a caller gives; the others are stamped. */
export type NewRecord<Row extends RecordRow> = Omit<Row, keyof RecordRow | 'id'>

/** What is to be changed, and the version that whoever changes it has seen. */
export interface Target<Id extends RecordId = number> {
  readonly id: Id
  readonly version: number
}

/** The head office: the only branch until a company has more. */
const headOffice = 1

/** The stamps of a record's first version. */
export const firstStamps = ({ by, now }: Change): RecordRow => ({
  version: 1,
  createdBy: by,
  createdAt: now,
  updatedBy: by,
  updatedAt: now,
  memberId: headOffice,
})

/** Inserts a record with an id of its own (a login name, a unit's id). */
export async function insertNamed<Row extends IdentifiedRow>(
  change: Change,
  model: RecordModel<Row>,
  id: Row['id'],
  values: NewRecord<Row>,
): Promise<void> {
  await insertRow(change, model.tableName, { id, ...values, ...firstStamps(change) })
  await auditFirst(change, model.tableName, id, values)
}

/** Inserts a record and answers the id that the database gave it. */
export async function insertNumbered<Row extends IdentifiedRow>(
  change: Change,
  model: RecordModel<Row>,
  values: NewRecord<Row>,
): Promise<number> {
  const id = await insertRow(change, model.tableName, { ...values, ...firstStamps(change) })
  await auditFirst(change, model.tableName, id, values)
  return id
}

/** Inserts many records with the ids that they are given: for what is loaded at once. */
export async function insertMany<Row extends IdentifiedRow>(
  change: Change,
  model: RecordModel<Row>,
  rows: readonly (NewRecord<Row> & { readonly id: Row['id'] })[],
): Promise<void> {
  const recordKind = model.tableName
  await insertRows(
    change,
    recordKind,
    rows.map((row) => ({ ...row, ...firstStamps(change) })),
  )
  const audited = rows.map(({ id, ...values }) => ({ id, values }))
  const first = { recordKind, version: 1, action: 'create' }
  await appendFirstAudits(
    change,
    audited.map(({ id, values }) => ({ ...first, recordId: String(id), changes: { ...values } })),
  )
}

/**
 * Changes a record that still has the version which its reader saw, and answers the new version.
 * Fails with `stale_version` (naming both versions) or `record_not_found`.
 */
export async function updateRecord<Row extends IdentifiedRow>(
  change: Change,
  model: RecordModel<Row>,
  { id, version }: Target<Row['id']>,
  values: Partial<NewRecord<Row>>,
  audit: { readonly action: string; readonly details?: Readonly<Record<string, unknown>> } = {
    action: 'update',
  },
): Promise<Outcome<number>> {
  const next = { ...values, version: version + 1, updatedBy: change.by, updatedAt: change.now }
  // Row is a type parameter, so the compiler can't see that it has these columns; IdentifiedRow says it does.
  const where = { id, version } as unknown as WhereOptions<Row>
  const [changed] = await model.update(next as never, {
    where,
    transaction: change.transaction,
    validate: false,
  })
  if (changed === 0) return refuseUpdate(change, model, { id, version })
  const changes = { ...values, ...audit.details }
  const recordKind = model.tableName
  await appendAudit(change, {
    recordKind,
    recordId: String(id),
    version: version + 1,
    action: audit.action,
    changes,
  })
  return ok(version + 1)
}

const auditFirst = (change: Change, recordKind: string, id: RecordId, changes: object): Promise<void> =>
  appendAudit(change, {
    recordKind,
    recordId: String(id),
    version: 1,
    action: 'create',
    changes: { ...changes },
  })

async function refuseUpdate<Row extends IdentifiedRow>(
  change: Change,
  model: RecordModel<Row>,
  { id, version }: Target<Row['id']>,
): Promise<Outcome<never>> {
  const row = await findRow(change, model, { where: { id } as unknown as WhereOptions<Row> }) // as in updateRecord
  if (row === null) return notFound(model.tableName, id)
  return staleVersion(model.tableName, id, version, row)
}

export const notFound = (table: string, id: RecordId) =>
  problem('record_not_found', `There is no record ${id} in ${table}.`, { table, id })

/** Someone else changed the record since its reader saw `expected`. */
export const staleVersion = (table: string, id: RecordId, expected: number, found: RecordRow) =>
  problem(
    'stale_version',
    `Expected version ${expected} of ${table} ${id}, but ${found.updatedBy} has made version ${found.version}: ` +
      'load it again and repeat the change.',
    {
      table,
      id,
      expectedVersion: expected,
      currentVersion: found.version,
      by: found.updatedBy,
      at: found.updatedAt,
    },
  )
