import { storeConformance } from '../../../engine/testing/store-conformance.ts'
import { describeWithMariadb, temporaryMysql } from '../testing/mariadb-for-tests.ts'
import { emptiedMariadb } from '../testing/mariadb-under-test.ts'

describeWithMariadb('MariaDB', () => {
  const { url, remove } = temporaryMysql()
  afterAll(remove)

  storeConformance('the store on MariaDB', () => emptiedMariadb(url), true)
})
