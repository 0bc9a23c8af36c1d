import type { Database } from '../../db/connection/open-database.ts'
import { loadDemoCompany } from '../../db/demo/load-demo-company.ts'
import { createEngine, type EngineOptions } from '../../engine/runtime/index.ts'
import { createServices } from '../create-server.ts'
import type { Log } from '../log.ts'
import { playDeals } from './play-deals.ts'

type Options = Omit<EngineOptions, 'clock'>

/**
 * Fills an empty database with the demo company: people, parties, products, and deals that an engine of its own lives
 * through on a clock of the past. Its timers are left to the engine that runs afterwards.
 */
export async function loadDemo(
  database: Database,
  options: Options,
  { log, say, now }: { readonly log: Log; readonly say: (line: string) => void; readonly now: number },
): Promise<void> {
  say('Loading the demo company (once) …')
  const loaded = await loadDemoCompany(database, { now })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const clock = { at: now }
  const engine = createEngine({ ...options, clock: () => clock.at })
  if ((await engine.definitions.byId('opportunity')) === undefined) return
  const services = createServices({ database, engine, log, now: () => clock.at })
  for (const fault of await playDeals(services, clock, now)) say(`  a demo deal could not go on: ${fault}`)
  await engine.stop()
}
