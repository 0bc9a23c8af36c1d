import fc from 'fast-check'
import type { Rows } from '../../engine/ports/rows.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'
import { taskRow } from '../../engine/testing/store/sample-rows.ts'
import { type TestDatabase, testDatabases } from '../records/testing/test-databases.ts'
import type { WorkFilter, WorkOf, WorkPage, WorkQuery } from './inbox.ts'

type Task = Rows['tasks']

const HOUR = 3_600_000
/** Around the first moment of a day, which is where counts by day and single tasks meet. */
const NOON = 20_000 * 24 * HOUR + 12 * HOUR

const ids = { groups: ['sales', 'finance', 'user:sara'], users: ['sara', 'ali'] }
const people = fc.constantFrom(null, 'sara', 'ali')
const listed = (from: readonly string[]) => fc.subarray([...from]).map((list) => JSON.stringify(list))

const offer = {
  definition: fc.constantFrom(1, 2),
  elementId: fc.constantFrom('approve', 'pay'),
  assignee: people,
  candidateGroups: listed(ids.groups),
  candidateUsers: listed(ids.users),
  dueAt: fc.option(fc.integer({ min: -40, max: 40 }).map((hours) => NOON + hours * HOUR)),
  state: fc.constantFrom('CREATED' as const, 'CREATED' as const, 'COMPLETED' as const),
}

/** A few tasks of an instance, so that one is often changed again. */
const number = fc.integer({ min: 1, max: 4 })
const deed = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), number, changes: fc.record(offer) }),
  fc.record({
    kind: fc.constant('change' as const),
    number,
    changes: fc.record(offer, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('delete' as const), number, changes: fc.constant({}) }),
)
type Deed = { kind: 'put' | 'change' | 'delete'; number: number; changes: Partial<Task> }

const command = fc.record({
  instance: fc.integer({ min: 1, max: 3 }),
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
})

const of: fc.Arbitrary<WorkOf> = fc.record({
  assignee: people,
  groups: fc.subarray(ids.groups),
  users: fc.subarray(ids.users),
})
const filter: fc.Arbitrary<WorkFilter | null> = fc.option(
  fc.record({
    elements: fc.array(
      fc.record({
        definition: fc.constantFrom(1, 2, 3),
        ids: fc.option(fc.subarray(['approve', 'pay'])),
      }),
      { maxLength: 3 },
    ),
    instances: fc.subarray([1, 2, 3]),
  }),
)
const query: fc.Arbitrary<WorkQuery> = fc.record({
  of,
  filter,
  dueBefore: fc.option(fc.integer({ min: -40, max: 40 }).map((hours) => NOON + hours * HOUR)),
})

const has = (json: string, wanted: readonly string[]) =>
  (JSON.parse(json) as string[]).some((id) => wanted.includes(id))

/** The same question, asked of every task. */
function belongs(task: Task, { of: who, filter: only, dueBefore }: WorkQuery): boolean {
  const own = who.assignee !== null && task.assignee === who.assignee
  const free =
    task.assignee === null && (has(task.candidateGroups, who.groups) || has(task.candidateUsers, who.users))
  const at = only?.elements.some(
    ({ definition, ids: some }) =>
      definition === task.definition && (some === null || some.includes(task.elementId)),
  )
  return (
    task.state === 'CREATED' &&
    (own || free) &&
    (only === null || at === true || only.instances.includes(task.instance)) &&
    (dueBefore === null || (task.dueAt !== null && task.dueAt < dueBefore))
  )
}

const inOrder = (one: Task, other: Task) =>
  (one.dueAt ?? Number.MAX_SAFE_INTEGER) - (other.dueAt ?? Number.MAX_SAFE_INTEGER) || one.key - other.key

function carryOut(tx: StoreTransaction, instance: number, { kind, number: at, changes }: Deed): void {
  const key = instance * 10 + at
  if (kind === 'change') tx.update('tasks', key, changes)
  else tx.delete('tasks', key)
  if (kind === 'put') tx.insert('tasks', taskRow(key, { instance, ...changes }))
}

describe.each(testDatabases)('the inbox on %s', (_name, open) => {
  let test_: TestDatabase
  beforeAll(async () => {
    test_ = await open()
  }, 60_000)
  afterAll(() => test_.drop())

  const tasks = () => test_.database.store.find('tasks', { where: [] })

  const pages = async (asked: WorkQuery, limit: number) => {
    const found: Task[] = []
    for (let after: WorkPage['after'] = null; ; ) {
      const page = await test_.database.inbox.page({ ...asked, after, limit })
      found.push(...page)
      const last = page.at(-1)
      if (page.length < limit || !last) return found
      after = { dueAt: last.dueAt, key: last.key }
    }
  }

  test('whatever has been done to tasks, pages show and counts count what a look at each of them finds', async () => {
    const runs = fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: 6 }),
      fc.array(query, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 5 }),
      async (commands, queries, limit) => {
        const { store, inbox } = test_.database
        await Promise.all(
          commands.map(({ instance, deeds }) =>
            store.transact([instance], async (tx) => {
              for (const one of deeds) carryOut(tx, instance, one)
            }),
          ),
        )
        const all = await tasks()
        for (const asked of queries) {
          const expected = all.filter((task) => belongs(task, asked)).sort(inOrder)
          expect(await pages(asked, limit)).toEqual(expected)
          expect(await inbox.count(asked)).toBe(expected.length)
        }
      },
    )
    await fc.assert(runs, { numRuns: 60 })
  }, 120_000)

  test('a command that fails leaves the counts as they were', async () => {
    const { store, inbox } = test_.database
    const sales = { of: { assignee: null, groups: ['sales'], users: [] }, filter: null, dueBefore: null }
    const before = await inbox.count(sales)
    const failing = (at: number) =>
      store.transact([at], async (tx) => {
        tx.insert('tasks', taskRow(1_000 + at, { candidateGroups: '["sales"]' }))
        if (at === 1) throw new Error('refused')
      })
    await Promise.allSettled([0, 1, 2].map(failing))
    expect(await inbox.count(sales)).toBe(before + 2)
  })
})
