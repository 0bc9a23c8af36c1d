import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { refuseUnsafe, type ServerSettings } from './mysql/server-settings.ts'
import { openDatabase } from './open-database.ts'

const safe: ServerSettings = {
  flavour: 'mariadb',
  preparesBlocks: true,
  flushLogAtCommit: 1,
  binaryLog: false,
  syncBinaryLog: 0,
}

test('a server that flushes at every commit is accepted', () => {
  expect(() => refuseUnsafe(safe)).not.toThrow()
  expect(() => refuseUnsafe({ ...safe, binaryLog: true, syncBinaryLog: 1 })).not.toThrow()
})

test.each([0, 2])('a server with innodb_flush_log_at_trx_commit = %d is refused', (flushLogAtCommit) => {
  expect(() => refuseUnsafe({ ...safe, flushLogAtCommit })).toThrow(/innodb_flush_log_at_trx_commit = 1, got/)
})

test('a server whose binary log may lag behind is refused', () => {
  expect(() => refuseUnsafe({ ...safe, binaryLog: true })).toThrow(/sync_binlog/)
})

test.each(['NORMAL', 'OFF'] as const)(
  'SQLite with synchronous = %s is refused unless told so',
  async (synchronous) => {
    const { url, remove } = await temporaryFile()
    await expect(openDatabase(url, { synchronous })).rejects.toMatchObject({ code: 'unsafe_database' })
    const database = await openDatabase(url, { synchronous, allowUnsafe: true })
    await database.close()
    await remove()
  },
)
