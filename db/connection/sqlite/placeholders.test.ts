import { placeholdersOf } from './placeholders.ts'

const cases = [
  { sql: 'SELECT 1', names: [] },
  { sql: 'SELECT $1, :name, @at', names: ['$1', ':name', '@at'] },
  { sql: 'SELECT $2, $1, $2', names: ['$2', '$1'] },
  { sql: 'SELECT ?, ?', names: ['?', '?'] },
  { sql: "SELECT '$1 it''s ?', $2", names: ['$2'] },
  { sql: 'SELECT "a$1", `b?`, $2 -- $3 ?\n, /* ? $4 */ $5', names: ['$2', '$5'] },
]
test.each(cases)('$sql has the parameters $names', ({ sql, names }) => {
  expect(placeholdersOf(sql)).toEqual(names)
})
