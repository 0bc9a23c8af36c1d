import { statementKind } from './statement-kind.ts'

const cases = [
  { sql: 'SELECT 1', kind: 'read' },
  { sql: 'PRAGMA table_info(`a`)', kind: 'read' },
  { sql: 'WITH a AS (SELECT 1) SELECT * FROM a', kind: 'read' },
  { sql: 'WITH a AS (SELECT 1) DELETE FROM b', kind: 'write' },
  { sql: 'INSERT INTO a VALUES (1) RETURNING id', kind: 'write' },
  { sql: 'CREATE TABLE a (b)', kind: 'write' },
  { sql: 'SAVEPOINT `a`;', kind: 'write' },
  { sql: 'BEGIN IMMEDIATE TRANSACTION;', kind: 'begin' },
  { sql: 'COMMIT;', kind: 'end' },
  { sql: 'ROLLBACK;', kind: 'end' },
  { sql: 'ROLLBACK TO SAVEPOINT `a`;', kind: 'write' },
]
test.each(cases)('$sql is a $kind', ({ sql, kind }) => {
  expect(statementKind(sql)).toBe(kind)
})
