import { temporaryMariadb, temporarySqlite } from '../../bench/temporary-database.ts'
import { type Database, openDatabase } from '../../db/connection/open-database.ts'
import { candidacyTables } from '../../db/stores/rows/candidacy-tables.ts'
import { shapes } from '../../db/stores/rows/shapes.ts'
import { MemoryStore } from '../../engine/ports/memory/memory-store.ts'
import type { Place } from './place.ts'

export type StoreKind = 'memory' | 'sqlite' | 'mariadb'

export async function placeOf(kind: StoreKind): Promise<Place> {
  if (kind === 'memory') return inMemory()
  if (kind === 'sqlite') return inDatabase(await temporarySqlite())
  const database = await temporaryMariadb('conformance')
  if (database) return inDatabase(database)
  throw new Error(
    'expected a MariaDB server where KARTABL_TEST_MARIADB says, or at 127.0.0.1:3306; none answers',
  )
}

/** A restart leaves the rows where they are: the memory is all there is. */
function inMemory(): Place {
  let store = new MemoryStore()
  return {
    begin: async () => {
      store = new MemoryStore()
      await store.open()
      return store
    },
    reopen: async () => store,
    end: () => store.close(),
    remove: async () => {},
  }
}

/** Creating the tables takes long, so all scenarios share one database, emptied for each. */
function inDatabase({ url, remove }: { readonly url: string; remove(): Promise<void> }): Place {
  let open: Database | null = null
  const close = async () => {
    await open?.close()
    open = null
  }
  const reopen = async () => {
    await close()
    open = await openDatabase(url)
    return open.store
  }
  return {
    begin: async () => {
      const store = open?.store ?? (await reopen())
      await empty(open!)
      return store
    },
    reopen,
    end: async () => {},
    remove: async () => {
      await close()
      await remove()
    },
  }
}

async function empty({ sequelize }: Database): Promise<void> {
  const tables = [...Object.values(shapes).map(({ name }) => name), ...candidacyTables]
  await sequelize.transaction(async (transaction) => {
    for (const table of tables) await sequelize.query(`DELETE FROM \`${table}\``, { transaction })
  })
}
