import type { Dialect } from '../../connection/open-database.ts'

/**
 * The port's `*` and `?` as each database has them: SQLite's GLOB (its LIKE ignores case), MariaDB's LIKE under a
 * binary collation. What is special to the database alone is escaped.
 */
export function patternFor(dialect: Dialect, pattern: string): string {
  // Several stars in a row mean the same as one, and cost the database much more.
  const plain = pattern.replace(/\*+/g, '*')
  if (dialect === 'sqlite') return plain.replaceAll('[', '[[]')
  return plain
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_')
}
