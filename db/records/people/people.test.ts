import { readingOf } from '../change-records.ts'
import { createEmptyCompany } from '../company/create-empty-company.ts'
import { openTestCompany, type TestCompany, testNow } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { appointManager, createUnit, moveUnit } from './change-unit.ts'
import { changeRoles, changeUnits, changeUser, disableUser, enableUser } from './change-user.ts'
import { createUser } from './create-user.ts'
import { groupsOf } from './groups-of.ts'
import { listPeople } from './list-people.ts'
import { hashPassword } from './password.ts'
import { createSubstitution, endSubstitution, substitutesOf } from './substitution.ts'
import { managersAbove, superiorsOf } from './superiors.ts'
import { listUnits } from './unit.ts'
import { getUser } from './user.ts'

const refused = (code: string) => ({ ok: false, error: { code } })

describe.each(testDatabases)('people on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const user = async (id: string) => {
    const found = await getUser(company.reading, id)
    if (found === null) throw new Error(`no user ${id}`)
    return found
  }
  const groupIds = async (id: string, at = testNow) =>
    (await groupsOf(company.reading, id, at)).map((group) => group.id)

  it('belong to the groups of their units and roles', async () => {
    expect(await groupIds('mina')).toEqual(['sales', 'sales-management', 'manager', 'staff'])
    expect(await groupIds('nobody')).toEqual([])
  })

  it('lend their groups to a substitute for the time of it, but never the power to administer', async () => {
    const period = { fromAt: testNow, untilAt: testNow + 1000 }
    const id = await company.done('omid', (change) =>
      createSubstitution(change, { absentId: 'farid', substituteId: 'tomas', ...period }),
    )
    await company.done('omid', (change) =>
      createSubstitution(change, { absentId: 'omid', substituteId: 'tomas', ...period }),
    )
    const groups = await groupsOf(company.reading, 'tomas', testNow)
    expect(groups.find((group) => group.id === 'finance')).toMatchObject({ onBehalfOf: 'farid' })
    expect(groups.find((group) => group.id === 'purchase')).toMatchObject({ onBehalfOf: null })
    expect(groups.map((group) => group.id)).not.toContain('administrator')
    for (const at of [testNow - 1, testNow + 1000])
      expect(await groupIds('tomas', at)).not.toContain('finance')
    expect(await substitutesOf(company.reading, 'farid', testNow)).toEqual(['tomas'])
    await company.done('omid', (change) => endSubstitution(change, { id, version: 1 }), testNow + 10)
    expect(await substitutesOf(company.reading, 'farid', testNow + 10)).toEqual([])
  })

  it.each([
    ['own_substitute', { absentId: 'sara', substituteId: 'sara', fromAt: 1, untilAt: 2 }],
    ['empty_period', { absentId: 'sara', substituteId: 'reza', fromAt: 2, untilAt: 2 }],
    ['record_not_found', { absentId: 'sara', substituteId: 'nobody', fromAt: 1, untilAt: 2 }],
  ])('can have no substitute that is %s', async (code, wanted) => {
    expect(await company.change('omid', (change) => createSubstitution(change, wanted))).toMatchObject(
      refused(code),
    )
  })

  it('have superiors up the tree, never themselves', async () => {
    expect(await superiorsOf(company.reading, 'sara')).toEqual(['mina'])
    expect(await superiorsOf(company.reading, 'mina')).toEqual([])
    expect(await superiorsOf(company.reading, 'tomas')).toEqual(['kaveh'])
    expect(await managersAbove(company.reading, 'purchase', 'kaveh')).toEqual([])
  })

  it('work in units whose tree has no ring, also when two close it at once', async () => {
    for (const id of ['ring-a', 'ring-b'])
      await company.done('omid', (c) => createUnit(c, { id, names: { en: id, fa: id } }))
    const move = (id: string, parentId: string) =>
      company.change('omid', (change) => moveUnit(change, { id, version: 1 }, parentId))
    const outcomes = await Promise.all([move('ring-a', 'ring-b'), move('ring-b', 'ring-a')])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject(refused('cycle'))
    expect(await move('ring-a', 'ring-a')).toMatchObject({ ok: false })
  })

  it('keep at least one enabled administrator, also when two disable each other', async () => {
    const omid = await user('omid')
    expect(await company.change('omid', (c) => disableUser(c, omid))).toMatchObject(
      refused('last_administrator'),
    )
    const dana = await user('dana')
    await company.done('omid', (change) => changeRoles(change, dana, ['administrator']))
    const [a, b] = [await user('dana'), await user('omid')]
    const outcomes = await Promise.all([
      company.change('omid', (change) => disableUser(change, a)),
      company.change('dana', (change) => changeRoles(change, b, ['staff'])),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const all = await Promise.all(['dana', 'omid'].map(user))
    expect(all.filter(({ roles, disabled }) => roles.includes('administrator') && !disabled)).toHaveLength(1)
  })

  it('are signed out by whatever changes their rights', async () => {
    const before = await user('yusuf')
    const disabled = await company.done('omid', (change) => disableUser(change, before))
    expect(await groupIds('yusuf')).toEqual([])
    const enabled = await company.done('omid', (change) =>
      enableUser(change, { id: 'yusuf', version: disabled }),
    )
    await company.done('omid', (change) =>
      changeUnits(change, { id: 'yusuf', version: enabled }, ['warehouse']),
    )
    expect(await user('yusuf')).toMatchObject({ units: ['warehouse'], sessionEpoch: before.sessionEpoch + 2 })
  })

  it('refuse a stale version', async () => {
    const before = await user('hamid')
    await company.done('hamid', (change) => changeUser(change, before, { theme: 'dark' }))
    expect(await company.change('hamid', (c) => changeUser(c, before, { language: 'en' }))).toMatchObject(
      refused('stale_version'),
    )
    expect(await user('hamid')).toMatchObject({ theme: 'dark', language: 'fa', version: before.version + 1 })
  })

  it('are found by either way of writing their names', async () => {
    const found = async (search: string) =>
      (await listPeople(company.reading, { search })).items.map(({ id }) => id)
    expect(await found('كاوه رحيمي')).toEqual(['kaveh'])
    expect(await found('novak')).toEqual(['tomas'])
    expect(await found('100%_')).toEqual([])
  })

  it.each([
    ['bad_user_id', { id: 'Sara' }],
    ['user_exists', { id: 'sara' }],
    ['unit_not_found', { id: 'new', units: ['nowhere'] }],
  ])('can not be made as %s', async (code, wrong) => {
    const fine = {
      id: 'x',
      name: 'X',
      email: null,
      passwordHash: 'x',
      language: 'en',
      timeZone: 'UTC',
      roles: [],
      units: [],
    }
    expect(await company.change('omid', (change) => createUser(change, { ...fine, ...wrong }))).toMatchObject(
      refused(code),
    )
    expect(await getUser(company.reading, 'new')).toBeNull()
  })

  it('manage only if they are there', async () => {
    const unit = (await listUnits(company.reading)).find(({ id }) => id === 'service')
    if (unit === undefined) throw new Error('no unit service')
    expect(await company.change('omid', (c) => appointManager(c, unit, 'nobody'))).toMatchObject(
      refused('record_not_found'),
    )
  })
})

describe.each(testDatabases)('an empty company on %s', (_name, open) => {
  const company = { name: 'Ours', language: 'fa', timeZone: 'Asia/Tehran', currency: 'IRR' }
  const administrator = { user: 'boss', name: 'Boss', password: 'long enough', email: null }

  it('is made once, also by two at the same time', async () => {
    const test = await open()
    const make = () => createEmptyCompany(test.database, { company, administrator, now: testNow })
    const outcomes = await Promise.all([make(), make(), make()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe('company_exists')
    expect(await getUser(readingOf(test.database), 'boss')).toMatchObject({
      roles: ['administrator', 'designer', 'staff'],
    })
    await test.drop()
  })
})

describe('a password', () => {
  it.each(['short', 'kartabl', 'KARTABL', 'x'.repeat(201)])('%p is refused', async (password) =>
    expect(await hashPassword(password)).toMatchObject(refused('weak_password')),
  )
  it('of the demo company is accepted there', async () =>
    expect(await hashPassword('kartabl', { demo: true })).toMatchObject({ ok: true }))
})
