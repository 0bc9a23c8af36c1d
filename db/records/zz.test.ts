import { testDatabases } from './testing/test-databases.ts'
import { loadDemoCompany } from '../demo/load-demo-company.ts'
it('x', async () => {
  const t = await testDatabases[0]![1]()
  await loadDemoCompany(t.database, { now: Date.now() }).catch((e) => console.log(e.message, e.sql, e.parent))
  await t.drop()
})
