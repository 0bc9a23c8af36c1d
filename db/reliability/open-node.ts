import { createEngine, type Engine } from '../../engine/runtime/index.ts'
import { type Database, openDatabase } from '../connection/open-database.ts'

/** An engine on the database at `url`, with nothing running in the background. */
export interface Node {
  readonly engine: Engine
  readonly database: Database
  close(): Promise<void>
}

export async function openNode(url: string): Promise<Node> {
  const database = await openDatabase(url)
  const engine = createEngine({
    store: database.store,
    handlers: {},
    clock: Date.now,
    zone: 'UTC',
    checkForm: () => [],
    onFault: ({ error }) => {
      throw error
    },
  })
  const close = async () => {
    await engine.stop()
    await database.close()
  }
  return { engine, database, close }
}

/** Deploys a process; the same diagram keeps its version. */
export async function deploy({ engine }: Node, xml: string): Promise<void> {
  const deployed = await engine.deploy([{ name: 'process.bpmn', content: xml }], 'test')
  if (!deployed.ok) throw new Error(`the diagram was refused: ${JSON.stringify(deployed.error)}`)
}
