import { ok } from '../../../engine/result.ts'
import { openTestCompany, type TestCompany } from '../testing/test-company.ts'
import { testDatabases } from '../testing/test-databases.ts'
import { dropDraft, dropDrafts, getDraft, keepDraft } from './task-draft.ts'

describe.each(testDatabases)('drafts of tasks on %s', (_name, open) => {
  let company: TestCompany
  beforeAll(async () => {
    company = await openTestCompany(open)
  })
  afterAll(() => company.test.drop())

  const mine = { userId: 'sara', taskKey: 2 ** 40 }
  const keep = (of: typeof mine, values: string) =>
    company.done(of.userId, async (change) => ok(await keepDraft(change, of, values)))
  const read = (of: typeof mine) => getDraft(company.reading, of)

  it('are kept per person and task, the last one over the first', async () => {
    await keep(mine, '{"a":1}')
    await keep(mine, '{"a":"متن ۲ 🙂"}')
    await keep({ ...mine, userId: 'mina' }, '{}')
    expect(await read(mine)).toBe('{"a":"متن ۲ 🙂"}')
    expect(await read({ ...mine, taskKey: 5 })).toBeNull()
  })

  it('are dropped by the person, or for everyone when the task ends', async () => {
    const other = { userId: 'reza', taskKey: 7 }
    await keep(other, '{}')
    await company.done('reza', async (change) => ok(await dropDraft(change, other)))
    expect(await read(other)).toBeNull()
    await company.done('mina', async (change) => ok(await dropDrafts(change, mine.taskKey)))
    expect([await read(mine), await read({ ...mine, userId: 'mina' })]).toEqual([null, null])
  })
})
