import { copyFile } from 'node:fs/promises'
import Libsql from 'libsql'
import { temporaryFile } from '../../stores/testing/database-under-test.ts'
import { Checkpointer } from './checkpointer.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { WriteGate } from './write-gate.ts'

/** Enough for a round of the checkpointer. */
const MANY = 2_000

class CountingGate extends WriteGate {
  turns = 0
  override enter() {
    this.turns++
    return super.enter()
  }
}

let path: string
let remove: () => Promise<void>
let writer: SqliteConnection
let gate: CountingGate
let checkpointer: Checkpointer

beforeEach(async () => {
  const file = await temporaryFile()
  remove = file.remove
  path = file.url.slice('sqlite:'.length)
  writer = new SqliteConnection(path, 'FULL')
  writer.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER)')
  gate = new CountingGate()
  checkpointer = new Checkpointer(path, gate, 'FULL')
})

afterEach(async () => {
  await checkpointer.close()
  writer.close()
  await remove()
})

/** Rows of the file alone, without its log. */
async function inFile(): Promise<number> {
  await copyFile(path, `${path}-alone`)
  const alone = new Libsql(`${path}-alone`)
  const [row] = alone.prepare('SELECT COUNT(*) FROM sqlite_schema').raw(true).all([]) as [[number]] // cells of one row
  alone.close()
  return row[0]
}

test('what was committed stays in the log until much was, and then is brought into the file', async () => {
  checkpointer.wrote(MANY - 1)
  await checkpointer.close()
  expect(await inFile()).toBe(0)
  checkpointer.wrote(1)
  await checkpointer.close()
  expect(await inFile()).toBe(1)
})

test('every fourth time it takes its turn among the writers, so that nothing new comes meanwhile', async () => {
  const turns: number[] = []
  for (let round = 1; round <= 8; round++) {
    checkpointer.wrote(MANY)
    await checkpointer.close()
    turns.push(gate.turns)
  }
  expect(turns).toEqual([0, 0, 0, 1, 1, 1, 1, 2])
})

test('a file that cannot be opened stops nothing', async () => {
  const elsewhere = new Checkpointer(`${path}/nowhere`, gate, 'FULL')
  elsewhere.wrote(MANY)
  await expect(elsewhere.close()).resolves.toBeUndefined()
})
