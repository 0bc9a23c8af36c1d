import type { Database } from '../../db/connection/open-database.ts'
import { loadDemoCompany } from '../../db/demo/load-demo-company.ts'
import type { EngineOptions } from '../../engine/runtime/index.ts'

type Options = Omit<EngineOptions, 'clock'>

/** Fills an empty database with the demo company: people, parties, products. */
export async function loadDemo(
  database: Database,
  _options: Options,
  say: (line: string) => void,
): Promise<void> {
  say('Loading the demo company (once) …')
  const loaded = await loadDemoCompany(database, { now: Date.now() })
  if (!loaded.ok) throw new Error(loaded.error.message)
}
