import { storeConformance } from '../../../engine/testing/store-conformance.ts'
import { databaseUnderTest, temporaryFile } from '../testing/database-under-test.ts'

storeConformance(
  'the store on SQLite',
  async () => {
    const { url, remove } = await temporaryFile()
    return databaseUnderTest(url, remove)
  },
  true,
)
