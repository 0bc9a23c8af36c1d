import { storeConformance } from '../../testing/store-conformance.ts'
import { MemoryStore } from './memory-store.ts'

storeConformance('the store in memory', async () => {
  const store = new MemoryStore()
  await store.open()
  return { store, dispose: () => store.close() }
})
