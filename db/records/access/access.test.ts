import fc from 'fast-check'
import { demoPeople } from '../../demo/demo-people.ts'
import { lookup } from '../lookup/lookup.ts'
import { createOpportunity } from '../opportunity/create-opportunity.ts'
import { getVisibleOpportunity, listOpportunities, stageTotals } from '../opportunity/list-opportunities.ts'
import type { Opportunity } from '../opportunity/opportunity.ts'
import { contactsOf, getParty, listParties } from '../party/party.ts'
import { createSubstitution } from '../people/substitution.ts'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { type Viewer, viewerOf } from './viewer.ts'

const owners = ['sara', 'reza', 'lena', 'arash', 'farid', 'tomas', 'hamid'] as const

describe.each(testDatabases)('row rules on %s', (_name, open) => {
  let company: TestCompany
  const deals: Opportunity[] = []
  const secret = 40 // every fortieth party of the demo company has secrecy level 2
  beforeAll(async () => {
    company = await openTestCompany(open)
    for (let index = 0; index < 28; index += 1) {
      const ownerId = owners[index % owners.length] ?? 'sara'
      const wanted = {
        title: `Deal ${index}`,
        partyId: index % 4 === 3 ? secret : index + 1,
        ownerId,
        currency: index % 2 ? 'EUR' : 'IRR',
      }
      deals.push(await company.done(ownerId, (change) => createOpportunity(change, wanted), testNow + index))
    }
  })
  afterAll(() => company.test.drop())

  const viewer = (id: string, at = testNow): Promise<Viewer> => viewerOf(company.reading, id, at)
  const seen = async (who: Viewer, query = {}) => {
    const page = await listOpportunities(company.reading, who, { limit: 200, ...query })
    return page.items.map(({ id }) => id)
  }

  it.each([
    ['sara', ['sales'], 0],
    ['mina', ['sales', 'sales-management'], 2],
    ['arash', ['sales', 'sales-management'], 2],
    ['kaveh', ['supply', 'purchase', 'warehouse', 'delivery'], 1],
    ['tomas', ['purchase'], 0],
  ])('%s sees own deals and those of %j, but for secret parties', async (id, units, clearance) => {
    const expected = deals.filter(
      ({ ownerId, unitId, partyId }) =>
        ownerId === id || (units.includes(unitId) && (partyId !== secret || clearance >= 2)),
    )
    expect((await seen(await viewer(id))).toSorted((a, b) => a - b)).toEqual(expected.map((deal) => deal.id))
  })

  it('let an administrator see all, and strangers and the disabled nothing', async () => {
    expect(await seen(await viewer('omid'))).toHaveLength(deals.length)
    expect(await seen(await viewer('nobody'))).toEqual([])
    expect((await listParties(company.reading, await viewer('nobody'), {})).total).toBe(0)
  })

  it('show a substitute what the absent person owns', async () => {
    const period = { fromAt: testNow, untilAt: testNow + 5 }
    await company.done('omid', (change) =>
      createSubstitution(change, { absentId: 'farid', substituteId: 'parisa', ...period }),
    )
    const owned = deals.filter(({ ownerId }) => ownerId === 'farid').map(({ id }) => id)
    expect((await seen(await viewer('parisa'))).toSorted((a, b) => a - b)).toEqual(owned)
    expect(await seen(await viewer('parisa', testNow + 5))).toEqual([])
  })

  it('are the same for lists, totals, sums, search and single records', async () => {
    const people = fc.constantFrom(...demoPeople.map(({ id }) => id))
    const search = fc.constantFrom(undefined, 'deal', 'DEAL 1', '۳', 'op', 'sao mai')
    await fc.assert(
      fc.asyncProperty(people, search, fc.integer({ min: 1, max: 5 }), async (id, words, limit) => {
        const who = await viewer(id)
        const all = await seen(who, { search: words })
        expect(await pagedIds(who, words, limit)).toEqual(all)
        const totals = await stageTotals(company.reading, who, { search: words })
        expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
        for (const deal of deals.slice(0, 6))
          expect((await getVisibleOpportunity(company.reading, who, deal.id)) !== null).toBe(
            (await seen(who)).includes(deal.id),
          )
      }),
      { numRuns: 10 },
    )
  })

  async function pagedIds(who: Viewer, search: string | undefined, limit: number): Promise<number[]> {
    const ids: number[] = []
    for (let cursor: string | undefined; ; ) {
      const query = {
        limit,
        ...(search === undefined ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      }
      const page = await listOpportunities(company.reading, who, query)
      ids.push(...page.items.map(({ id }) => id))
      if (page.next === null) return ids
      cursor = page.next
    }
  }

  it('hide a secret party with its contacts everywhere', async () => {
    for (const [id, visible] of [
      ['tomas', false],
      ['mina', true],
      ['omid', true],
    ] as const) {
      const who = await viewer(id)
      const party = await getParty(company.reading, await viewer('omid'), secret)
      const query = { search: party?.name ?? '', limit: 50, now: testNow }
      expect((await getParty(company.reading, who, secret)) !== null).toBe(visible)
      expect((await contactsOf(company.reading, who, secret)).length > 0).toBe(visible)
      expect(
        (await lookup(company.reading, who, 'party', query)).some(({ value }) => value === String(secret)),
      ).toBe(visible)
      expect(
        (await lookup(company.reading, who, 'contact', { party: secret, now: testNow })).length > 0,
      ).toBe(visible)
    }
  })

  it('let look-ups find by name, code and chosen value', async () => {
    const who = await viewer('sara')
    const find = (kind: Parameters<typeof lookup>[2], query: object) =>
      lookup(company.reading, who, kind, { now: testNow, ...query })
    expect(await find('product', { search: 'pu-1010' })).toMatchObject([
      { extra: { unit: 'pcs', currency: 'EUR', code: 'PU-1010' } },
    ])
    expect((await find('product', { value: '7' })).map(({ value }) => value)).toEqual(['7'])
    expect(await find('product', { value: '7x' })).toEqual([])
    expect(await find('person', { search: 'sara' })).toMatchObject([{ value: 'sara', label: 'Sara Ahmadi' }])
    expect(await find('unit', { search: 'مالی' })).toMatchObject([
      { value: 'finance', labels: { en: 'Finance', fa: 'مالی' } },
    ])
    expect(await find('lost-reason', {})).toHaveLength(8)
  })
})
