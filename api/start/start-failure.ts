/** Failures whose message is a whole sentence for whoever starts the server; others are bugs and keep their stack. */
const known = new Set([
  'BadProcessFolder',
  'PortTaken',
  'BadDatabaseUrl',
  'UnsafeDatabase',
  'SchemaNotUsable',
])
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ER_ACCESS_DENIED_ERROR',
  'EACCES',
  'SQLITE_CANTOPEN',
])

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

function sentence(error: unknown): string | null {
  if (typeof error === 'string') return error
  if (!(error instanceof Error)) return null
  if (known.has(error.name)) return error.message
  const code = codeOf(error) || codeOf('parent' in error ? error.parent : null)
  return unreachable.has(code)
    ? `The database can't be reached (${code}). Check DATABASE_URL and DATA_DIR, and that it is running.`
    : null
}

/** Says why the server did not start, in one sentence where one is enough, and ends the process with code 1. */
export function startFailure(error: unknown): never {
  console.error(sentence(error) ?? error)
  process.exit(1)
}
