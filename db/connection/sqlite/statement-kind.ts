/** How a statement takes part in locking. */
export type StatementKind = 'read' | 'write' | 'begin' | 'end'

const WRITES_INSIDE = /\b(insert|update|delete|replace)\b/i

/** Told by the leading words: Sequelize's SQL has no comments before them. */
export function statementKind(sql: string): StatementKind {
  const [first = '', second = ''] = sql
    .trimStart()
    .slice(0, 40)
    .toLowerCase()
    .split(/[\s;(]+/)
  if (first === 'begin') return 'begin'
  if (first === 'commit' || first === 'end' || (first === 'rollback' && second !== 'to')) return 'end'
  if (first === 'with') return WRITES_INSIDE.test(sql) ? 'write' : 'read'
  return first === 'select' || first === 'pragma' || first === 'explain' || first === 'values'
    ? 'read'
    : 'write'
}

const CHANGES_SCHEMA = /^\s*(create|alter|drop)\b/i

export const changesSchema = (sql: string): boolean => CHANGES_SCHEMA.test(sql)
