import { writeFileSync } from 'node:fs'
import { testDatabases } from '../../../db/records/testing/test-databases.ts'
import { serveCompany } from '../testing/served-company.ts'
import { folders, namesIn } from './files-of-others.ts'
import { runDiagram } from './run-diagram.ts'

test('all', async () => {
  const out: string[] = []
  for (const folder of folders) {
    const test = await testDatabases[0]![1]()
    const company = await serveCompany(test)
    for (const name of namesIn(folder, '.bpmn')) {
      const t = Date.now()
      try {
        const o = await runDiagram(company, folder, name)
        out.push(
          `${folder} ${name} ${Date.now() - t}ms ${o.kind === 'refused' ? 'refused ' + JSON.stringify(o.problems.slice(0, 2)) : JSON.stringify(o.runs)}`,
        )
      } catch (e) {
        out.push(`${folder} ${name} THROWN ${e} ${(e as Error).stack}`)
      }
    }
    await company.close()
    await test.drop()
  }
  writeFileSync('/tmp/dof/out.txt', out.join('\n'))
}, 120_000)
