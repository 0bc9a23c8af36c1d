import { readingOf } from '../db/records/change-records.ts'
import { createEmptyCompany } from '../db/records/company/create-empty-company.ts'
import { testDatabases } from '../db/records/testing/test-databases.ts'
import { companyZone } from './company-zone.ts'

const company = { name: 'Acme', language: 'en', timeZone: 'Pacific/Chatham', currency: 'EUR' } as const
const administrator = { user: 'ada', name: 'Ada', password: 'a good long password', email: null }

test.each(testDatabases)(
  'a node on %s learns that another one has set up the company',
  async (_name, open) => {
    const { database, drop } = await open()
    const clock = { at: Date.parse('2026-03-02T08:00:00.000Z') }
    const known = await companyZone(readingOf(database), () => clock.at)
    expect(known.zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
    await createEmptyCompany(database, { company, administrator, now: clock.at })
    clock.at += 1_000
    // The first one to ask gets the old answer and starts the look.
    expect(known.zone).not.toBe('Pacific/Chatham')
    await known.refresh()
    expect(known.zone).toBe('Pacific/Chatham')
    await drop()
  },
)
