import { ok } from '../../engine/result.ts'
import type { Database } from '../connection/open-database.ts'
import { modelsOf } from '../models/models-of.ts'
import { companyId } from '../records/calendar/calendar-book.ts'
import { changeCalendar } from '../records/calendar/change-calendar.ts'
import { changeRecords } from '../records/change-records.ts'
import { createFoundations } from '../records/company/create-empty-company.ts'
import { partyColumns } from '../records/party/change-party.ts'
import { contactColumns } from '../records/party/contact.ts'
import { customerGroupColumns } from '../records/party/customer-group.ts'
import type { Change } from '../records/reading.ts'
import type { Outcome } from '../records/record-problem.ts'
import { insertMany } from '../records/write-record.ts'
import { demoCompanyCalendar, demoDeliveryCalendar } from './demo-calendars.ts'
import { demoCustomerGroups, demoParties } from './demo-parties.ts'
import { hashDemoPasswords, loadDemoPeople } from './load-demo-people.ts'
import { loadDemoProducts } from './load-demo-products.ts'

const day = 24 * 60 * 60 * 1000
/** The demo company is this old. */
export const demoAge = 420 * day

/**
 * Fills an empty database with the company "Kartabl Demo": its units and people, parties, products and prices. The same
 * rows each time, dated relative to `now` (epoch milliseconds). Its deals are `demoOpportunities`, for the engine to run.
 * Fails with `company_exists`.
 */
export async function loadDemoCompany(
  database: Database,
  { now }: { readonly now: number },
): Promise<Outcome<null>> {
  const passwordHashes = await hashDemoPasswords()
  return changeRecords(database, { by: 'demo', now: now - demoAge }, async (change) => {
    const company = {
      name: 'Kartabl Demo',
      language: 'en',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      demo: true,
    }
    const made = await createFoundations(change, company)
    if (!made.ok) return made
    const people = await loadDemoPeople(change, passwordHashes)
    if (!people.ok) return people
    const calendars = await loadCalendars(change)
    if (!calendars.ok) return calendars
    await loadParties(change)
    await loadDemoProducts(change, now)
    return ok(null)
  })
}

async function loadCalendars(change: Change): Promise<Outcome<number>> {
  const company = await changeCalendar(change, { id: companyId, version: 0 }, demoCompanyCalendar)
  return company.ok ? changeCalendar(change, { id: 'delivery', version: 0 }, demoDeliveryCalendar) : company
}

async function loadParties(change: Change): Promise<void> {
  const models = modelsOf(change.sequelize)
  const groups = demoCustomerGroups.map((names, index) => ({
    id: index + 1,
    parentId: null,
    ...customerGroupColumns(names),
  }))
  await insertMany(change, models.customerGroup, groups)
  const parties = demoParties()
  await insertMany(
    change,
    models.party,
    parties.map(({ id, values }) => ({ id, ...partyColumns(values) })),
  )
  const contacts = parties.flatMap((party) =>
    party.contacts.map(({ id, ...contact }) => ({ id, partyId: party.id, ...contactColumns(contact) })),
  )
  await insertMany(change, models.contact, contacts)
}
