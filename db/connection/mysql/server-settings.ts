import type { Connection } from 'mysql2'
import { UnsafeDatabase } from '../../stores/errors.ts'
import { ask, askRows } from './ask.ts'

/** What the server says of itself. */
export interface ServerSettings {
  readonly flavour: 'mariadb' | 'mysql'
  /** It takes several statements as one prepared block: MariaDB, known of the releases since 10.11. */
  readonly preparesBlocks: boolean
  readonly flushLogAtCommit: number
  readonly binaryLog: boolean
  readonly syncBinaryLog: number
}

export async function readServerSettings(connection: Connection): Promise<ServerSettings> {
  const [row] = await askRows(
    connection,
    'SELECT VERSION(), @@innodb_flush_log_at_trx_commit, @@log_bin, @@sync_binlog',
  )
  const version = String(row?.[0])
  const flavour = /mariadb/i.test(version) ? 'mariadb' : 'mysql'
  return {
    flavour,
    preparesBlocks: flavour === 'mariadb' && isAtLeast(version, 10, 11),
    flushLogAtCommit: Number(row?.[1]),
    binaryLog: Number(row?.[2]) === 1,
    syncBinaryLog: Number(row?.[3]),
  }
}

/** `version`: as `10.11.6-MariaDB-log`. */
function isAtLeast(version: string, major: number, minor: number): boolean {
  const [given = 0, after = 0] = version.split('.').map(Number.parseFloat)
  return given > major || (given === major && after >= minor)
}

/** @throws UnsafeDatabase when the power may take an acknowledged commit with it */
export function refuseUnsafe(settings: ServerSettings): void {
  const remedy = 'change it on the server, or set allowUnsafe'
  if (settings.flushLogAtCommit !== 1)
    throw new UnsafeDatabase('innodb_flush_log_at_trx_commit', String(settings.flushLogAtCommit), '1', remedy)
  // With a binary log, recovery undoes what the binary log does not have.
  if (settings.binaryLog && settings.syncBinaryLog !== 1)
    throw new UnsafeDatabase('sync_binlog (log_bin is on)', String(settings.syncBinaryLog), '1', remedy)
}

const LOCK_WAIT_SECONDS = 10

/** Settings of every connection: reads see each commit at once, bad values are refused and never cut. */
export async function prepareSession(connection: Connection): Promise<void> {
  await ask(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  await ask(
    connection,
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'," +
      ` SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
  )
}
