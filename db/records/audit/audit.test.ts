import { changeParty, createParty, setParentParty } from '../party/change-party.ts'
import { createCustomerGroup, moveCustomerGroup } from '../party/customer-group.ts'
import { changePassword } from '../people/change-user.ts'
import { hashPassword } from '../people/password.ts'
import { getUser } from '../people/user.ts'
import { orRefuse } from '../record-problem.ts'
import { openTestCompany, type TestCompany } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { auditOf, verifyAudit } from './verify-audit.ts'

const values = { name: 'Ours', legalForm: 'company', taxId: null, kinds: ['customer'], level: 'B' } as const
const refused = (code: string) => ({ ok: false, error: { code } })

describe.each(testDatabases)('the audit log on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const changedTwice = async () => {
    const id = await company.done('sara', (change) => createParty(change, values))
    await company.done('sara', (change) =>
      changeParty(change, { id, version: 1 }, { ...values, name: 'Mine' }),
    )
    await company.done('mina', (change) => changeParty(change, { id, version: 2 }, { ...values, level: 'A' }))
    return id
  }
  const faults = (id: number) => verifyAudit(company.reading, 'parties', id, 3)
  const tamper = (sql: string) => company.reading.sequelize.query(sql)

  it('says who made what of a record', async () => {
    const id = await changedTwice()
    const entries = await auditOf(company.reading, 'parties', id)
    expect(entries.map(({ seq, by, action }) => [seq, by, action])).toEqual([
      [1, 'sara', 'create'],
      [2, 'sara', 'update'],
      [3, 'mina', 'update'],
    ])
    expect(JSON.parse(entries[2]?.changes ?? '')).toMatchObject({ level: 'A' })
    expect(await faults(id)).toEqual([])
  })

  it('is whole for the demo company too', async () => {
    expect(await verifyAudit(company.reading, 'parties', 17, 1)).toEqual([])
    expect(await verifyAudit(company.reading, 'units', 'sales', 2)).toEqual([])
  })

  it.each([
    [
      'changed',
      2,
      (id: number) =>
        `UPDATE audit_log SET changes = '{}' WHERE record_kind = 'parties' AND record_id = '${id}' AND seq = 2`,
    ],
    [
      'changed',
      1,
      (id: number) =>
        `UPDATE audit_log SET \`by\` = 'reza' WHERE record_kind = 'parties' AND record_id = '${id}' AND seq = 1`,
    ],
    [
      'missing',
      2,
      (id: number) =>
        `DELETE FROM audit_log WHERE record_kind = 'parties' AND record_id = '${id}' AND seq = 2`,
    ],
    [
      'missing',
      3,
      (id: number) =>
        `DELETE FROM audit_log WHERE record_kind = 'parties' AND record_id = '${id}' AND seq = 3`,
    ],
  ])('names the entry that was %s (%d)', async (fault, seq, sql) => {
    const id = await changedTwice()
    await tamper(sql(id))
    expect(await faults(id)).toEqual([{ recordKind: 'parties', recordId: String(id), seq, fault }])
  })

  it('holds no password', async () => {
    const sara = await getUser(company.reading, 'sara')
    const hash = orRefuse(await hashPassword('a long password'))
    if (sara !== null) await company.done('sara', (change) => changePassword(change, sara, hash))
    const entries = await auditOf(company.reading, 'users', 'sara')
    expect(entries.at(-1)?.action).toBe('change-password')
    expect(JSON.stringify(entries)).not.toContain('argon2')
  })
})

describe.each(testDatabases)('parties on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  it('have a tax id of their own', async () => {
    const taxed = { ...values, taxId: '77' }
    const id = await company.done('sara', (change) => createParty(change, taxed))
    expect(await company.change('sara', (c) => createParty(c, taxed))).toMatchObject(refused('tax_id_taken'))
    expect(await company.change('sara', (c) => changeParty(c, { id, version: 1 }, taxed))).toMatchObject({
      ok: true,
    })
  })

  it('and their groups form trees', async () => {
    await company.done('mina', (change) => setParentParty(change, { id: 2, version: 1 }, 1))
    await company.done('mina', (change) => setParentParty(change, { id: 3, version: 1 }, 2))
    expect(await company.change('mina', (c) => setParentParty(c, { id: 1, version: 1 }, 3))).toMatchObject(
      refused('cycle'),
    )
    const below = await company.done('mina', (change) =>
      createCustomerGroup(change, { en: 'Sub', fa: 'زیر' }, 1),
    )
    expect(
      await company.change('mina', (c) => moveCustomerGroup(c, { id: 1, version: 1 }, below)),
    ).toMatchObject(refused('cycle'))
  })
})
