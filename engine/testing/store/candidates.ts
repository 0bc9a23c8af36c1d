import type { Rows } from '../../ports/rows.ts'
import type { Condition } from '../../ports/store.ts'
import { taskRow } from './sample-rows.ts'
import type { StoreUnderTest } from './store-under-test.ts'

type Task = Rows['tasks']

const open = { column: 'state', is: '=', value: 'CREATED' } as const
const groups = (...value: string[]) => ({ column: 'candidateGroups', is: 'has one of', value }) as const
const users = (...value: string[]) => ({ column: 'candidateUsers', is: 'has one of', value }) as const

/** ST30–ST33: who may take a task is found by its lists of groups and users, whatever has happened to the task. */
export function candidateRules(made: () => StoreUnderTest): void {
  const found = async (...where: Condition<Task>[]) =>
    (await made().store.find('tasks', { where, columns: ['key'] })).map(({ key }) => key)
  const insert = (...rows: Task[]) =>
    made().store.transact([], async (tx) => {
      for (const row of rows) tx.insert('tasks', row)
    })
  const update = (key: number, changes: Partial<Task>) =>
    made().store.transact([], async (tx) => tx.update('tasks', key, changes))

  beforeEach(() =>
    insert(
      taskRow(1, { candidateGroups: '["sales","finance"]' }),
      taskRow(2, { candidateGroups: '["finance"]', candidateUsers: '["sara"]' }),
      taskRow(3, { candidateGroups: '["user:sara"]', candidateUsers: '["sales"]' }),
      taskRow(4, { candidateGroups: '["sales"]', state: 'COMPLETED' }),
    ),
  )

  const cases: readonly { readonly where: Condition<Task>[]; readonly keys: number[] }[] = [
    { where: [open, groups('sales')], keys: [1] },
    { where: [open, groups('sales', 'finance')], keys: [1, 2] },
    { where: [open, groups('Sales')], keys: [] },
    { where: [open, groups('sale')], keys: [] },
    { where: [open, groups()], keys: [] },
    { where: [open, users('sara')], keys: [2] },
    { where: [open, groups('user:sara')], keys: [3] },
    { where: [groups('sales')], keys: [1, 4] },
    { where: [users('sara', 'sales')], keys: [2, 3] },
    { where: [open, { anyOf: [[groups('finance')], [users('sales')]] }], keys: [1, 2, 3] },
    { where: [{ anyOf: [[open, users('sara')], [groups('sales')]] }], keys: [1, 2, 4] },
  ]
  test.each(cases)('[ST30] $where finds $keys', async ({ where, keys }) => {
    expect(await found(...where)).toEqual(keys)
  })

  test('[ST31] a task whose candidates change is found by the new ones', async () => {
    await update(1, { candidateGroups: '["delivery","user:ali"]' })
    expect(await found(open, groups('sales', 'finance'))).toEqual([2])
    expect(await found(open, groups('delivery'))).toEqual([1])
    expect(await found(open, groups('user:ali'))).toEqual([1])
    expect(await found(open, users('ali'))).toEqual([])
    await update(2, { candidateUsers: '["mina"]', dueAt: 5 })
    expect(await found(open, users('mina'))).toEqual([2])
    expect(await found(open, groups('finance'))).toEqual([2])
  })

  test('[ST32] a task leaves the open ones when it ends or is deleted, and comes back when it is reopened', async () => {
    await update(1, { state: 'COMPLETED', endedAt: 9 })
    await made().store.transact([], async (tx) => tx.delete('tasks', 2))
    expect(await found(open, groups('finance'))).toEqual([])
    expect(await found(groups('finance'))).toEqual([1])
    await update(1, { state: 'CREATED', endedAt: null })
    expect(await found(open, groups('finance'))).toEqual([1])
  })

  test('[ST33] what a transaction did to candidates is undone with it', async () => {
    const failing = made().store.transact([], async (tx) => {
      tx.update('tasks', 1, { candidateGroups: '["delivery"]' })
      tx.insert('tasks', taskRow(9, { candidateGroups: '["delivery"]' }))
      expect(await tx.count('tasks', [open, groups('delivery')])).toBe(2)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await found(open, groups('delivery'))).toEqual([])
    expect(await found(open, groups('sales'))).toEqual([1])
  })
}
