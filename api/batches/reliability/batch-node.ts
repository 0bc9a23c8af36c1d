import { openNode } from '../../../db/reliability/open-node.ts'
import { BatchRunner } from '../batch-runner.ts'

/**
 * A program that works the batches of a database in the background, as a server does, and writes a line for each
 * instance once what was done to it is committed: `<batch> <instance> <revision>`. Argument: the database. It goes on until
 * it is killed.
 */
const [url] = process.argv.slice(2) as [string]
const node = await openNode(url)
node.engine.onCommit((changes) => {
  // A change of an instance's row carries the columns that changed.
  for (const { table, kind, key, after } of changes)
    if (table === 'instances' && kind === 'updated')
      process.stdout.write(`batch ${key} ${(after as { revision?: number } | undefined)?.revision ?? 0}\n`)
})
new BatchRunner(node.engine, Date.now, (error) => {
  throw error
}).start()
