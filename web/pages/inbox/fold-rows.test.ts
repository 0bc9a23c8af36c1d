import type { TaskRow } from '../../../api/contract/index.ts'
import { foldRows } from './fold-rows.ts'

// Only key and name matter to the list's order.
const task = (key: string, name = key) => ({ key, name }) as TaskRow
const tasks = (keys: string) => [...keys].map((key) => task(key))
const shown = (base: string, current: string, held: boolean) => {
  const { rows, fresh } = foldRows(tasks(base), tasks(current), held)
  return `${rows.map((row) => row.task.key + (row.gone ? '-' : '')).join(' ')} +${fresh}`
}

describe('foldRows', () => {
  test.each([
    ['shows what the server has when nobody looks closer', 'abc', 'dab', false, 'd a b +0'],
    ['shows the first answer even under the pointer', '', 'ab', true, 'a b +0'],
    ['counts new rows instead of pushing the others down', 'abc', 'xayb', true, 'a b c- +2'],
    ['keeps the order although the server has another', 'abc', 'cba', true, 'a b c +0'],
    ['appends the next page', 'ab', 'abcd', true, 'a b c d +0'],
    ['counts all when none of the old rows is left', 'ab', 'xy', true, 'a- b- +2'],
  ])('%s', (_name, base, current, held, result) => {
    expect(shown(base, current, held)).toBe(result)
  })

  test('shows the newest content of a row in its old place', () => {
    const { rows } = foldRows([task('a', 'old'), task('b')], [task('b'), task('a', 'new')], true)
    expect(rows[0]?.task.name).toBe('new')
  })
})
