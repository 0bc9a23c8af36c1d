import { ok } from '../../../engine/result.ts'
import type { CompanyRow } from '../../models/company.ts'
import { modelsOf } from '../../models/models-of.ts'
import type { Change, Reading } from '../reading.ts'
import { type Outcome, problem } from '../record-problem.ts'
import { findRow } from '../rows.ts'
import { uniquely } from '../uniquely.ts'
import { insertNamed } from '../write-record.ts'

/** The company's settings; there is one company in a database. */
export interface Company {
  readonly version: number
  readonly name: string
  /** Of people who have not chosen one. */
  readonly language: string
  readonly timeZone: string
  /** ISO 4217, of new deals. */
  readonly currency: string
  /** The company of the demonstration: only there may people have the well-known password. */
  readonly demo: boolean
  /** Days without a change after which an open deal counts as stalled. */
  readonly stalledDays: number
}

export type NewCompany = Pick<Company, 'name' | 'language' | 'timeZone' | 'currency'> & {
  readonly demo?: boolean
  readonly stalledDays?: number
}

const onlyId = 1

/** Null while the database is empty and waits for its first administrator. */
export async function getCompany(reading: Reading): Promise<Company | null> {
  const row = await findRow(reading, modelsOf(reading.sequelize).company, { where: { id: onlyId } })
  return row && companyOf(row)
}

/** Fails with `company_exists`, also when someone else makes it at this moment. */
export async function createCompany(change: Change, company: NewCompany): Promise<Outcome<number>> {
  if (await getCompany(change)) return companyExists()
  const { name, language, timeZone, currency, demo = false, stalledDays = 14 } = company
  const values = { name, language, timeZone, currency, demo: demo ? 1 : 0, stalledDays }
  return uniquely(async () => {
    await insertNamed(change, modelsOf(change.sequelize).company, onlyId, values)
    return ok(onlyId)
  }, companyExists)
}

const companyExists = () =>
  problem('company_exists', 'This database already has its company: change its settings instead.')

const companyOf = (row: CompanyRow): Company => ({
  version: row.version,
  name: row.name,
  language: row.language,
  timeZone: row.timeZone,
  currency: row.currency,
  demo: row.demo === 1,
  stalledDays: row.stalledDays,
})
