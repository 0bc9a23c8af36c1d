import type { Rows } from '../../ports/rows.ts'
import type { Condition, Query } from '../../ports/store.ts'
import { taskRow } from './sample-rows.ts'
import type { StoreUnderTest } from './store-under-test.ts'

type Task = Rows['tasks']

const tasks: readonly Task[] = [
  taskRow(1, { name: 'Quote', assignee: 'sara', dueAt: 300, priority: 10 }),
  taskRow(2, { name: 'quote', assignee: 'mina', dueAt: 100, priority: 20 }),
  taskRow(3, { name: 'Quote ', dueAt: null, priority: 30 }),
  taskRow(4, { name: '50%_off[1]\\', assignee: 'Sara', dueAt: 200, priority: 20 }),
  taskRow(5, {
    name: 'تأیید 😀',
    assignee: 'ali',
    dueAt: null,
    priority: 20,
    state: 'COMPLETED',
    endedAt: 400,
  }),
]

const matching: readonly { readonly where: Condition<Task>[]; readonly keys: number[] }[] = [
  { where: [], keys: [1, 2, 3, 4, 5] },
  { where: [{ column: 'name', is: '=', value: 'Quote' }], keys: [1] },
  { where: [{ column: 'name', is: '!=', value: 'Quote' }], keys: [2, 3, 4, 5] },
  { where: [{ column: 'assignee', is: '=', value: 'sara' }], keys: [1] },
  { where: [{ column: 'assignee', is: '!=', value: 'sara' }], keys: [2, 4, 5] },
  { where: [{ column: 'assignee', is: 'not in', value: ['sara', 'mina'] }], keys: [4, 5] },
  { where: [{ column: 'assignee', is: 'not in', value: [] }], keys: [1, 2, 3, 4, 5] },
  { where: [{ column: 'assignee', is: 'in', value: ['sara', 'mina', 'none'] }], keys: [1, 2] },
  { where: [{ column: 'key', is: 'in', value: [] }], keys: [] },
  { where: [{ column: 'assignee', is: 'null' }], keys: [3] },
  { where: [{ column: 'dueAt', is: 'not null' }], keys: [1, 2, 4] },
  { where: [{ column: 'dueAt', is: '<', value: 200 }], keys: [2] },
  { where: [{ column: 'dueAt', is: '<=', value: 200 }], keys: [2, 4] },
  { where: [{ column: 'priority', is: '>', value: 20 }], keys: [3] },
  {
    where: [
      { column: 'priority', is: '>=', value: 20 },
      { column: 'dueAt', is: 'not null' },
    ],
    keys: [2, 4],
  },
  { where: [{ anyOf: [] }], keys: [] },
  { where: [{ anyOf: [[]] }], keys: [1, 2, 3, 4, 5] },
  {
    where: [
      { column: 'state', is: '=', value: 'CREATED' },
      {
        anyOf: [
          [{ column: 'assignee', is: '=', value: 'sara' }],
          [
            { column: 'assignee', is: 'null' },
            { column: 'priority', is: '=', value: 30 },
          ],
          [{ column: 'assignee', is: '=', value: 'ali' }],
        ],
      },
    ],
    keys: [1, 3],
  },
  { where: [{ column: 'name', is: 'like', value: 'Q*' }], keys: [1, 3] },
  { where: [{ column: 'name', is: 'like', value: '?uote' }], keys: [1, 2] },
  { where: [{ column: 'name', is: 'like', value: '*%_*[1]\\' }], keys: [4] },
  { where: [{ column: 'name', is: 'like', value: '%' }], keys: [] },
  { where: [{ column: 'name', is: 'like', value: '* ?' }], keys: [5] },
  { where: [{ column: 'name', is: 'like', value: '**ue*te' }], keys: [] },
  { where: [{ column: 'name', is: 'like', value: '**u*te' }], keys: [1, 2] },
  { where: [{ column: 'assignee', is: 'like', value: '*' }], keys: [1, 2, 4, 5] },
]

const ordered: readonly { readonly query: Omit<Query<Task>, 'where'>; readonly keys: number[] }[] = [
  { query: { orderBy: [{ column: 'dueAt' }] }, keys: [2, 4, 1, 3, 5] },
  { query: { orderBy: [{ column: 'dueAt', descending: true }] }, keys: [1, 4, 2, 3, 5] },
  { query: { orderBy: [{ column: 'priority' }] }, keys: [1, 2, 4, 5, 3] },
  { query: { orderBy: [{ column: 'priority', descending: true }] }, keys: [3, 2, 4, 5, 1] },
  {
    query: {
      orderBy: [
        { column: 'priority', descending: true },
        { column: 'dueAt', descending: true },
      ],
    },
    keys: [3, 4, 2, 5, 1],
  },
  { query: { orderBy: [{ column: 'key', descending: true }] }, keys: [5, 4, 3, 2, 1] },
  { query: { orderBy: [{ column: 'name' }] }, keys: [4, 1, 3, 2, 5] },
  { query: { orderBy: [{ column: 'assignee' }] }, keys: [4, 5, 2, 1, 3] },
  { query: { limit: 2 }, keys: [1, 2] },
  { query: { limit: 2, offset: 2 }, keys: [3, 4] },
  { query: { offset: 3 }, keys: [4, 5] },
  { query: { limit: 0 }, keys: [] },
]

/** ST20–ST25: conditions, order and pages mean the same on every store. */
export function readingRules(made: () => StoreUnderTest): void {
  const fill = () =>
    made().store.transact([], async (tx) => {
      for (const task of tasks) tx.insert('tasks', task)
    })

  test.each(matching)('[ST20] $where finds $keys', async ({ where, keys }) => {
    await fill()
    expect((await made().store.find('tasks', { where })).map(({ key }) => key)).toEqual(keys)
    expect(await made().store.count('tasks', where)).toBe(keys.length)
    const inside = await made().store.transact([], async (tx) =>
      tx.find('tasks', { where, columns: ['key'] }),
    )
    expect(inside).toEqual(keys.map((key) => ({ key })))
  })

  test.each(ordered)('[ST21] $query gives $keys: nulls last, ties by key', async ({ query, keys }) => {
    await fill()
    expect((await made().store.find('tasks', { where: [], ...query })).map(({ key }) => key)).toEqual(keys)
  })

  test('[ST22] pages of rows that compare equal neither overlap nor leave out', async () => {
    await made().store.transact([], async (tx) => {
      for (let key = 40; key > 0; key--) tx.insert('tasks', taskRow(key, { priority: key % 3 }))
    })
    const seen: number[] = []
    for (let offset = 0; offset < 40; offset += 7) {
      const page = { where: [], orderBy: [{ column: 'priority' }], limit: 7, offset } as const
      seen.push(...(await made().store.find('tasks', page)).map(({ key }) => key))
    }
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })

  test('[ST23] only the columns asked for are read', async () => {
    await fill()
    const found = await made().store.find('tasks', { where: [], columns: ['name', 'dueAt'], limit: 1 })
    expect(found).toEqual([{ name: 'Quote', dueAt: 300 }])
  })

  const texts = [
    '',
    "it's",
    'a\\b"c`d',
    'line\r\nline\ttab',
    'سلام، دنیا ‌نیم‌فاصله',
    '😀👩‍👩‍👧‍👦',
    '𠀀\uffee',
    '%_?*',
    'é',
    'e\u0301',
  ]
  test.each(texts)('[ST24] the text %j comes back as it was', async (text) => {
    await made().store.transact([], async (tx) =>
      tx.insert('tasks', taskRow(1, { name: text, assignee: text })),
    )
    expect(await made().store.get('tasks', 1)).toEqual(taskRow(1, { name: text, assignee: text }))
    expect(await made().store.count('tasks', [{ column: 'assignee', is: '=', value: text }])).toBe(1)
  })

  test('[ST24] texts are ordered by code point, characters beyond the basic plane last', async () => {
    const names = ['Z', 'a', 'é', 'ی', '\uffee', '😀']
    await made().store.transact([], async (tx) => {
      names.forEach((name, i) => void tx.insert('tasks', taskRow(names.length - i, { name })))
    })
    const found = await made().store.find('tasks', { where: [], orderBy: [{ column: 'name' }] })
    expect(found.map(({ name }) => name)).toEqual(names)
  })

  test('[ST24] a text of two million characters is kept', async () => {
    const xml = '<é>'.repeat(700_000)
    await made().store.transact([], async (tx) =>
      tx.insert('outbox', { key: 1, at: 1, kind: 'live', payload: xml }),
    )
    expect((await made().store.get('outbox', 1))?.payload === xml).toBe(true)
  })

  const numbers = [
    0,
    -1,
    2 ** 31,
    2 ** 32 + 1,
    1_800_000_000_123,
    Number.MAX_SAFE_INTEGER - 1,
    Number.MAX_SAFE_INTEGER,
  ]
  test.each(numbers)('[ST25] the integer %d comes back as it was, also as a key', async (number) => {
    await made().store.transact([], async (tx) =>
      tx.insert('outbox', { key: Math.abs(number) + 0, at: number, kind: 'live', payload: '' }),
    )
    const where = [{ column: 'at', is: '=', value: number }] as const
    expect(await made().store.find('outbox', { where })).toEqual([
      { key: Math.abs(number), at: number, kind: 'live', payload: '' },
    ])
    expect((await made().store.get('outbox', Math.abs(number)))?.at).toBe(number)
  })
}
