import type { EngineStore } from '../../ports/store.ts'

/** A store on fresh, empty data, and what the suite may do to it. */
export interface StoreUnderTest {
  readonly store: EngineStore
  /** Another node on the same data; absent where a store is one process's own. */
  readonly another?: () => Promise<EngineStore>
  /** Record models in the same database; absent where a store has none. */
  readonly records?: RecordsUnderTest
  /** Closes everything and removes the data. */
  dispose(): Promise<void>
}

/** A record model with a single text. */
export interface RecordsUnderTest {
  /** `tx`: what `StoreTransaction.withRecords` gave; left out, the write is outside of any transaction. */
  write(text: string, tx?: unknown): Promise<void>
  /** All texts, read outside of transactions. */
  read(): Promise<string[]>
}

export type MakeStore = () => Promise<StoreUnderTest>

/** Gives each test the store made before it. */
export function eachWithStore(makeStore: MakeStore): () => StoreUnderTest {
  let made: StoreUnderTest | undefined
  beforeEach(async () => {
    made = await makeStore()
  })
  afterEach(async () => {
    await made?.dispose()
    made = undefined
  })
  return () => made!
}
