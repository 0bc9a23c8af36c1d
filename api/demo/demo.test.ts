import { resolve } from 'node:path'
import { listOpportunities } from '../../db/records/opportunity/list-opportunities.ts'
import { openTestSqlite } from '../../db/records/testing/test-databases.ts'
import { createEngine } from '../../engine/runtime/index.ts'
import { createServices } from '../create-server.ts'
import { createLog } from '../log.ts'
import { checkFolder } from '../process-folders/check-folder.ts'
import { deployFolder } from '../process-folders/deploy-folders.ts'
import { allHandlers, readProcessFolders } from '../process-folders/read-folders.ts'
import { checkForm } from '../task-form/check-form.ts'
import { loadDemo } from './load-demo.ts'

const now = Date.parse('2026-03-02T08:00:00.000Z')

test('the demo company comes to life: every folder deploys, and its deals are where their stories end', async () => {
  const folders = await readProcessFolders({
    sources: resolve('processes'),
    handlersOf: (folder) => resolve('processes', folder, 'handlers.ts'),
  })
  for (const folder of folders) await checkFolder(folder, folders)
  const test = await openTestSqlite()
  const { database } = test
  const faults: unknown[] = []
  const options = {
    store: database.store,
    handlers: allHandlers(folders),
    zone: 'Europe/Berlin',
    checkForm,
    onFault: (fault: { error: unknown }) => void faults.push(fault.error),
  }
  const engine = createEngine({ ...options, clock: () => now })
  for (const folder of folders) await deployFolder(engine, folder)
  const said: string[] = []
  const log = createLog('error')
  await loadDemo(database, options, { log, say: (line) => said.push(line), now })

  expect(said).toEqual(['Loading the demo company (once) …'])
  expect(faults).toEqual([])
  expect(await engine.store.count('incidents', [])).toBe(0)
  const { reading, viewer } = createServices({ database, engine, log, now: () => now })
  const count = async (result: string) =>
    (await listOpportunities(reading, await viewer('omid'), { result })).total
  expect({ won: await count('won'), partly: await count('partly_won') }).toEqual({ won: 14, partly: 3 })
  expect(await count('lost')).toBeGreaterThanOrEqual(10)
  expect(await count('open')).toBeGreaterThanOrEqual(30)
  await engine.stop()
  await test.drop()
}, 120_000)
