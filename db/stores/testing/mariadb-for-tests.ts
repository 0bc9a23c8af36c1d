import mysql from 'mysql2/promise'

/** Where the tests may make databases of their own, e.g. mysql://root@127.0.0.1:3306; undefined: nowhere. */
export const mariadbForTests: string | undefined = process.env.KARTABL_TEST_MARIADB

if (!mariadbForTests)
  console.log('skipped: MariaDB. Set KARTABL_TEST_MARIADB=mysql://user:password@host:3306 to run these tests')

/** `describe`, or its skipping form where there is no server. */
export const describeWithMariadb = mariadbForTests ? describe : describe.skip

let made = 0

/** An address for a database that does not exist yet, and how to remove it. */
export function temporaryMysql(): { readonly url: string; remove(): Promise<void> } {
  const url = new URL(mariadbForTests ?? 'mysql://localhost/none')
  const name = `${url.pathname.slice(1) || 'kartabl_store'}_${process.pid}_${++made}`
  const server = new URL(url)
  server.pathname = ''
  url.pathname = name
  return {
    url: url.toString(),
    remove: async () => {
      const connection = await mysql.createConnection(server.toString())
      await connection.query(`DROP DATABASE IF EXISTS \`${name}\``)
      await connection.end()
    },
  }
}
