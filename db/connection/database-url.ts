/** Where a database is, parsed from `DATABASE_URL`. */
export type DatabaseAddress =
  | { readonly dialect: 'sqlite'; readonly path: string }
  | {
      readonly dialect: 'mysql'
      readonly host: string
      readonly port: number
      readonly user: string
      readonly password: string
      readonly database: string
    }

/** The address of a database was not understood. */
class BadDatabaseUrl extends Error {
  readonly code = 'bad_database_url'
  constructor(got: string, remedy: string) {
    super(
      `expected DATABASE_URL as sqlite:<path> or mysql://user:password@host:3306/name, got “${got}”: ${remedy}`,
    )
    this.name = 'BadDatabaseUrl'
  }
}

const withoutPassword = (url: string): string => url.replace(/:[^:@/]*@/, ':…@')

/**
 * `sqlite:<path>` (relative to the working directory, or absolute) or `mysql://…` / `mariadb://…`.
 * @throws BadDatabaseUrl
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  const scheme = url.slice(0, url.indexOf(':'))
  if (scheme === 'sqlite') return sqliteAddress(url)
  if (scheme === 'mysql' || scheme === 'mariadb') return mysqlAddress(url)
  throw new BadDatabaseUrl(withoutPassword(url), 'choose one of these schemes')
}

function sqliteAddress(url: string): DatabaseAddress {
  const path = url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')
  if (path === '' || path === ':memory:')
    throw new BadDatabaseUrl(
      url,
      'name a file; a database in memory would be lost and cannot be shared by connections',
    )
  return { dialect: 'sqlite', path }
}

function mysqlAddress(url: string): DatabaseAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null
  const database = parsed ? decodeURIComponent(parsed.pathname.slice(1)) : ''
  if (!parsed || !/^[\w$-]{1,64}$/.test(database))
    throw new BadDatabaseUrl(
      withoutPassword(url),
      'end it with /name, a database name of letters, digits, _, $ and -',
    )
  return {
    dialect: 'mysql',
    host: parsed.hostname,
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
  }
}
