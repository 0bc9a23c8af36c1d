import { storeConformance } from '../../../engine/testing/store-conformance.ts'
import { databaseUnderTest } from '../testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../testing/mariadb-for-tests.ts'

describeWithMariadb('MariaDB', () => {
  storeConformance(
    'the store on MariaDB',
    () => {
      const { url, remove } = temporaryMysql()
      return databaseUnderTest(url, remove)
    },
    true,
  )
})
