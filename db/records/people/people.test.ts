import { changeRecords, readingOf } from '../change-records.ts'
import type { Change } from '../reading.ts'
import type { Outcome } from '../record-problem.ts'
import { type TestDatabase, testDatabases } from '../testing/test-databases.ts'
import { createUnit } from './change-unit.ts'
import { createUser } from './create-user.ts'
import { getUser } from './user.ts'

describe.each(testDatabases)('people on %s', (_name, open) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await open()
  })
  afterAll(() => test.drop())
  const change = <T>(work: (change: Change) => Promise<Outcome<T>>, now = 1000) =>
    changeRecords(test.database, { by: 'tester', now }, work)

  it('makes units and users', async () => {
    expect(
      await change((c) => createUnit(c, { id: 'sales', names: { en: 'Sales', fa: 'فروش' } })),
    ).toMatchObject({ ok: true })
    const r = await change((c) =>
      createUser(c, {
        id: 'sara',
        name: 'Sara',
        email: null,
        passwordHash: 'x',
        language: 'en',
        timeZone: 'UTC',
        roles: ['staff'],
        units: ['sales'],
      }),
    )
    expect(r).toMatchObject({ ok: true })
    expect(await getUser(readingOf(test.database), 'sara')).toMatchObject({
      name: 'Sara',
      units: ['sales'],
      roles: ['staff'],
    })
  })
})
