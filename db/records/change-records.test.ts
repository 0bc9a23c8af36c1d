import { Refuse } from '../../engine/ports/handlers.ts'
import { viewerOf } from './access/viewer.ts'
import { linkInstance } from './opportunity/change-head.ts'
import { createOpportunity } from './opportunity/create-opportunity.ts'
import { subjectsOfInstances } from './opportunity/subjects.ts'
import { createParty } from './party/change-party.ts'
import { getParty } from './party/party.ts'
import { createUser } from './people/create-user.ts'
import { createProduct } from './product/product.ts'
import { changeIn } from './reading.ts'
import { orRefuse, problem } from './record-problem.ts'
import { openTestCompany, type TestCompany, testNow } from './testing/test-company.ts'
import { testDatabases } from './testing/test-databases.ts'

const party = { name: 'Half', legalForm: 'company', taxId: 'T1', kinds: [], level: 'C' } as const

describe.each(testDatabases)('changes of records on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  it('are undone as a whole when their outcome is a failure', async () => {
    let id = 0
    const outcome = await company.change('sara', async (change) => {
      id = orRefuse(await createParty(change, party))
      return problem('changed_my_mind', 'No.')
    })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'changed_my_mind' } })
    expect(await getParty(company.reading, await viewerOf(company.reading, 'omid', testNow), id)).toBeNull()
  })

  it('of a handler take part in the engine’s transaction and are undone by a refusal', async () => {
    const { store } = company.test.database
    const command = store.transact([], (tx) =>
      tx.withRecords(async (records) => {
        const change = changeIn(records, { by: 'sara', now: testNow })
        const wanted = { title: 'x', partyId: 1, ownerId: 'sara', currency: 'EUR' }
        orRefuse(await linkInstance(change, orRefuse(await createOpportunity(change, wanted)), 4711))
        orRefuse(await createOpportunity(change, { ...wanted, currency: 'euro' }))
      }),
    )
    await expect(command).rejects.toThrow(Refuse)
    expect((await subjectsOfInstances(company.reading, [4711])).size).toBe(0)
  })

  it('show on their process instance once committed', async () => {
    await company.done('sara', async (change) => {
      const created = await createOpportunity(change, {
        title: 'Seen',
        partyId: 1,
        ownerId: 'sara',
        currency: 'EUR',
      })
      return created.ok ? linkInstance(change, created.value, 4712) : created
    })
    expect((await subjectsOfInstances(company.reading, [4712, 1])).get(4712)).toMatchObject({
      title: 'Seen',
      total: '0.00',
    })
  })

  it('need a transaction of an SQL store', () => {
    expect(() => changeIn(null, { by: 'sara', now: 1 })).toThrow('use an SQL store')
  })

  it.each([
    ['tax_id_taken', 0],
    ['product_code_taken', 1],
    ['user_exists', 2],
  ])('made twice at once are refused as %s, not broken off', async (code, which) => {
    const person = {
      id: 'twin',
      name: 'T',
      email: null,
      passwordHash: 'x',
      language: 'en',
      timeZone: 'UTC',
      roles: [],
      units: [],
    }
    const product = { code: 'TWIN', name: 'T', category: null, unit: 'pcs', mode: 'supply' } as const
    const make = () =>
      company.change<number | string>('omid', (change) => {
        if (which === 0) return createParty(change, { ...party, taxId: 'twin' })
        return which === 1 ? createProduct(change, product) : createUser(change, person)
      })
    const outcomes = await Promise.all([make(), make(), make(), make()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe(code)
  })
})
