import { openDatabase } from '../db/connection/open-database.ts'
import { MemoryStore } from '../engine/ports/memory/memory-store.ts'
import type { EngineStore } from '../engine/ports/store.ts'
import { largeCompletion } from './large/completion.ts'
import { largeLoading } from './large/loading.ts'
import type { Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { temporaryMariadb, temporarySqlite } from './temporary-database.ts'

/** A store for one measurement, and how to end it. */
interface Place {
  readonly name: string
  readonly store: EngineStore
  close(): Promise<void>
}

/** What an instance costs that has thousands of items, or a long past, on each store. */
export async function largeInstances(measuring: Measuring): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const open of [inMemory, onSqlite, onMariadb]) {
    const place = await open()
    if (!place) continue
    figures.push(...(await largeCompletion(measuring, place.name, place.store)))
    figures.push(...(await largeLoading(measuring, place.name, place.store)))
    await place.close()
  }
  return figures
}

async function inMemory(): Promise<Place> {
  const store = new MemoryStore()
  return { name: 'memory', store, close: () => store.close() }
}

async function onSqlite(): Promise<Place> {
  const file = await temporarySqlite()
  return { name: 'SQLite', ...(await opened(file.url, file.remove)) }
}

async function onMariadb(): Promise<Place | null> {
  const place = await temporaryMariadb('large')
  return place && { name: 'MariaDB', ...(await opened(place.url, place.remove)) }
}

async function opened(url: string, remove: () => Promise<void>): Promise<Omit<Place, 'name'>> {
  const database = await openDatabase(url)
  const close = async () => {
    await database.close()
    await remove()
  }
  return { store: database.store, close }
}
