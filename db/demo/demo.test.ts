import { viewerOf } from '../records/access/viewer.ts'
import { readingOf } from '../records/change-records.ts'
import { listParties } from '../records/party/party.ts'
import { getUser } from '../records/people/user.ts'
import { listProducts } from '../records/product/product.ts'
import { pricesAt } from '../records/product/product-price.ts'
import { signIn } from '../records/session/sign-in.ts'
import { type TestDatabase, testDatabases } from '../records/testing/test-databases.ts'
import { demoOpportunities } from './demo-opportunities.ts'
import { demoPeople } from './demo-people.ts'
import { loadDemoCompany } from './load-demo-company.ts'

const now = Date.UTC(2026, 4, 20, 10)

describe.each(testDatabases)('the demo company on %s', (_name, open) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await open()
    expect(await loadDemoCompany(test.database, { now })).toMatchObject({ ok: true })
  })
  afterAll(() => test.drop())

  it('has its people, who sign in with the well-known password', async () => {
    const device = { address: '127.0.0.1', agent: 'test', now }
    for (const user of ['sara', 'mina', 'dana', 'omid'])
      expect(await signIn(test.database, { user, password: 'kartabl', ...device })).toMatchObject({
        ok: true,
      })
    expect((await getUser(readingOf(test.database), 'mina'))?.units).toEqual(['sales', 'sales-management'])
  })

  it('has 200 parties and 120 priced products', async () => {
    const reading = readingOf(test.database)
    const administrator = await viewerOf(reading, 'omid', now)
    expect((await listParties(reading, administrator, {})).total).toBe(200)
    const products = await listProducts(reading, { limit: 200 })
    expect(products.total).toBe(120)
    for (const kind of ['std', 'b1'] as const)
      expect(
        (
          await pricesAt(
            reading,
            products.items.map(({ id }) => id),
            kind,
            now,
          )
        ).size,
      ).toBe(120)
  })

  it('is loaded into an empty database only', async () => {
    expect(await loadDemoCompany(test.database, { now })).toMatchObject({
      ok: false,
      error: { code: 'company_exists' },
    })
  })
})

describe('the deals of the demo company', () => {
  const deals = demoOpportunities(now)

  it('are 60, the same each time', () => {
    expect(deals).toHaveLength(60)
    expect(demoOpportunities(now)).toEqual(deals)
  })

  it('happen in order, in the past, by people of the company', () => {
    for (const { startedAt, steps } of deals) {
      const times = [startedAt, ...steps.map(({ at }) => at)]
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThan(now)
      for (const { by } of steps) expect(demoPeople.map(({ id }) => id)).toContain(by)
    }
  })

  it('move with the clock', () => {
    const week = 7 * 24 * 60 * 60 * 1000
    expect(demoOpportunities(now + week)[0]?.startedAt).toBe((deals[0]?.startedAt ?? 0) + week)
  })
})
