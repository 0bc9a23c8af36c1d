import fc from 'fast-check'
import type { Rows } from '../../engine/ports/rows.ts'
import type { StoreTransaction } from '../../engine/ports/store.ts'
import { instanceRow, taskRow } from '../../engine/testing/store/sample-rows.ts'
import { type Database, openDatabase } from '../connection/open-database.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { mariadbForTests, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import type { WorkFilter, WorkOf, WorkPage, WorkQuery } from './inbox.ts'

type Task = Rows['tasks']

const HOUR = 3_600_000
/** Around the first moment of a day, which is where counts by day and single tasks meet. */
const NOON = 20_000 * 24 * HOUR + 12 * HOUR

const ids = { groups: ['sales', 'finance', 'user:sara'], users: ['sara', 'ali'] }
const person = fc.constantFrom('sara', 'ali')
const people = fc.option(person)
const moment = fc.integer({ min: -40, max: 40 }).map((hours) => NOON + hours * HOUR)
const listed = (from: readonly string[]) => fc.subarray([...from]).map((list) => JSON.stringify(list))

const candidacy = {
  definition: fc.constantFrom(1, 2),
  elementId: fc.constantFrom('approve', 'pay'),
  assignee: people,
  owner: people,
  candidateGroups: listed(ids.groups),
  candidateUsers: listed(ids.users),
  dueAt: fc.option(moment),
  followUpAt: fc.option(moment),
  transition: fc.constantFrom('' as const, '' as const, 'ASSIGNING' as const, 'COMPLETING' as const),
  state: fc.constantFrom('CREATED' as const, 'CREATED' as const, 'COMPLETED' as const),
}

/** A few tasks of an instance, so that one is often changed again. */
const number = fc.integer({ min: 1, max: 4 })
const deed = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), number, changes: fc.record(candidacy) }),
  fc.record({
    kind: fc.constant('change' as const),
    number,
    changes: fc.record(candidacy, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('delete' as const), number, changes: fc.constant({}) }),
  // As the engine ends one; now and then it has ended before.
  fc.record({
    kind: fc.constant('change' as const),
    number,
    changes: fc.record({
      state: fc.constantFrom('COMPLETED' as const, 'CANCELED' as const),
      revision: fc.nat(),
    }),
  }),
)
interface Command {
  node: number
  instance: number
  looks: boolean
  deeds: Deed[]
}
type Deed = { kind: 'put' | 'change' | 'delete'; number: number; changes: Partial<Task> }

const INSTANCES = [1, 2, 3]

/** Given to one of two nodes, which do not tell each other anything. */
const command = fc.record({
  node: fc.constantFrom(0, 1),
  instance: fc.constantFrom(...INSTANCES),
  /** Somebody looks for the tasks in the middle of it, so that what was written until then is sent. */
  looks: fc.boolean(),
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
})

const of: fc.Arbitrary<WorkOf> = fc.record({
  own: fc.option(fc.record({ as: fc.constantFrom('assignee' as const, 'owner' as const), person })),
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
    instances: fc.subarray(INSTANCES),
  }),
)
const query: fc.Arbitrary<WorkQuery> = fc.record({
  of,
  filter,
  dueBefore: fc.option(moment),
  followUps: fc.option(fc.record({ which: fc.constantFrom('come' as const, 'later' as const), at: moment })),
})

const has = (json: string, wanted: readonly string[]) =>
  (JSON.parse(json) as string[]).some((id) => wanted.includes(id))

/** The same question, asked of every task. */
function belongs(task: Task, { of: who, filter: only, dueBefore, followUps }: WorkQuery): boolean {
  const isLater = task.followUpAt !== null && followUps !== null && task.followUpAt > followUps.at
  const own = who.own !== null && task.assignee !== null && task[who.own.as] === who.own.person
  const free =
    task.assignee === null && (has(task.candidateGroups, who.groups) || has(task.candidateUsers, who.users))
  const at = only?.elements.some(
    ({ definition, ids: some }) =>
      definition === task.definition && (some === null || some.includes(task.elementId)),
  )
  return (
    task.state === 'CREATED' &&
    task.transition !== 'COMPLETING' &&
    (followUps === null || isLater === (followUps.which === 'later')) &&
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

type Place = { readonly url: string; remove(): Promise<void> }

const databases: (readonly [string, () => Promise<Place>])[] = [
  ['SQLite', temporaryFile],
  ...(mariadbForTests ? ([['MariaDB', async () => temporaryMysql()]] as const) : []),
]

describe.each(databases)('the inbox on %s', (_name, make) => {
  let nodes: Database[]
  let remove: () => Promise<void>
  beforeAll(async () => {
    const place = await make()
    remove = place.remove
    nodes = [await openDatabase(place.url), await openDatabase(place.url)]
    await nodes[0]!.store.transact([], async (tx) => {
      for (const instance of INSTANCES) tx.insert('instances', instanceRow(instance))
    })
  }, 60_000)
  afterAll(async () => {
    for (const node of nodes) await node.close()
    await remove()
  })

  const tasks = () => nodes[0]!.store.find('tasks', { where: [] })

  /** As the engine does it: the instance is locked, its tasks change, and it is saved with its next revision. */
  const carryOutAll = ({ node, instance, looks, deeds }: Command): Promise<void> =>
    nodes[node]!.store.transact([instance], async (tx) => {
      const { revision } = (await tx.instance(instance))!
      for (const one of deeds) {
        carryOut(tx, instance, one)
        if (looks) await tx.count('tasks', [])
      }
      tx.update('instances', instance, { revision: revision + 1 }, { revision })
    })

  const pages = async (asked: WorkQuery, limit: number) => {
    const found: Task[] = []
    for (let after: WorkPage['after'] = null; ; ) {
      const page = await nodes[0]!.inbox.page({ ...asked, after, limit })
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
        const { inbox } = nodes[0]!
        await Promise.all(commands.map(carryOutAll))
        const all = await tasks()
        for (const asked of queries) {
          const expected = all.filter((task) => belongs(task, asked)).sort(inOrder)
          expect(await pages(asked, limit)).toEqual(expected)
          expect(await inbox.count(asked)).toBe(expected.length)
        }
      },
    )
    await fc.assert(runs, { numRuns: 400 })
  }, 120_000)

  test('a command that fails leaves the counts as they were', async () => {
    const { store, inbox } = nodes[0]!
    const sales = {
      of: { own: null, groups: ['sales'], users: [] },
      filter: null,
      dueBefore: null,
      followUps: null,
    }
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
