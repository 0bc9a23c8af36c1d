import { testDatabases } from '../../../db/records/testing/test-databases.ts'
import { AT_ONCE } from '../testing/deploy-diagrams.ts'
import { serveCompany } from '../testing/served-company.ts'
import { runDiagram } from './run-diagram.ts'
import { ways } from './ways.ts'

test('dbg', async () => {
  const test = await testDatabases[0]![1]()
  const company = await serveCompany(test)
  const d = company.client('dana')
  const out: unknown[] = []
  const all = ways['C.9.0.bpmn']!
  for (const way of all) {
    ;(ways as Record<string, unknown>)['C.9.0.bpmn'] = [way]
    await runDiagram(company, 'miwg', 'C.9.0.bpmn')
    out.push(way.name)
    const rows = company.services.engine.store.rows
    for (const t of ['subscriptions', 'timers', 'tasks', 'jobs', 'incidents'] as const) {
      const left = await rows.find(t as 'tasks', { where: [], orderBy: [], limit: 50 } as never)
      out.push([t, left])
    }
    out.push(
      (await d.searchProcessInstances({}, AT_ONCE)).items.map(
        (i) =>
          `${i.processInstanceKey} ${i.processDefinitionId} ${i.state} parent ${i.parentProcessInstanceKey}`,
      ),
    )
  }
  console.log(JSON.stringify(out, null, 0))
  await company.close()
  await test.drop()
}, 60000)
