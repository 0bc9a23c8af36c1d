import { SeededRandom } from '../../../db/demo/seeded-random.ts'
import { buildProgram } from '../../../db/reliability/build-program.ts'
import { counts, patience, seed } from '../../../db/reliability/counts.ts'
import { type Acknowledged, killAt } from '../../../db/reliability/kill-at.ts'
import { type Node, openNode } from '../../../db/reliability/open-node.ts'
import { unsound } from '../../../db/reliability/unsound.ts'
import { temporaryFile } from '../../../db/stores/testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../../../db/stores/testing/mariadb-for-tests.ts'
import type { BatchItemRow, BatchOperationRow } from '../../../engine/ports/rows.ts'
import type { BatchPlan } from '../batch-plan.ts'
import { BatchRunner } from '../batch-runner.ts'
import { createBatch } from '../create-batch.ts'
import { progressOf } from '../progress.ts'
import { deployNextVersion, deployOrders, startOrders } from './orders.ts'

let program = ''
beforeAll(async () => {
  program = await buildProgram(new URL('batch-node.ts', import.meta.url))
  console.log(`kills with KARTABL_SEED=${seed}`)
})

interface Place {
  readonly url: string
  remove(): Promise<void>
}

const INSTANCES = 100 * counts.kills
/** Every so many instances stand where the migration has no place for them. */
const MISPLACED = 10

interface Kind {
  readonly kind: 'cancel' | 'migrate'
  plan(node: Node): Promise<BatchPlan>
  /** Items that are refused. */
  readonly refused: number
}

const kinds: readonly Kind[] = [
  { kind: 'cancel', plan: async () => ({ kind: 'cancel' }), refused: 0 },
  {
    kind: 'migrate',
    // Instances at the first task have no place in version 2.
    plan: async (node) => ({ kind: 'migrate', definition: await deployNextVersion(node), mapping: [] }),
    refused: INSTANCES / MISPLACED,
  },
]

describe('batches on SQLite', () => surviveKills(() => temporaryFile()))
describeWithMariadb('batches on MariaDB', () => surviveKills(async () => temporaryMysql()))

function surviveKills(makePlace: () => Promise<Place>): void {
  let place: Place
  beforeEach(async () => {
    place = await makePlace()
  }, patience)
  afterEach(() => place.remove())

  test.each(kinds)(
    `[R1] a batch to $kind ${INSTANCES} instances does each once and tells its progress, killed ${counts.kills} times`,
    async ({ plan, refused }) => {
      const { key } = await onNode(place.url, async (node) => {
        await deployOrders(node)
        await startOrders(node, INSTANCES, (at) => at % MISPLACED !== 0)
        const filter = { processDefinitionId: { $eq: 'order' } }
        return createBatch(node.engine, { filter, plan: await plan(node), by: 'batch', now: Date.now() })
      })
      const told: Acknowledged[] = []
      for (let kill = 0; kill < counts.kills; kill++) {
        told.push(...(await killAt(program, [place.url], new SeededRandom(seed + kill).between(1, 60))))
        await onNode(place.url, async (node) => expect(await wrong(node, key, told)).toEqual([]))
      }
      await onNode(place.url, async (node) => {
        expect(await batchOf(node, key)).toMatchObject({ state: 'active', total: INSTANCES })
        await workToEnd(node)
        expect([...(await wrong(node, key, told)), ...(await allUnsound(node))]).toEqual([])
        const completed = INSTANCES - refused
        expect(await batchOf(node, key)).toMatchObject({ state: 'completed', completed, failed: refused })
      })
    },
    patience,
  )
}

async function onNode<T>(url: string, use: (node: Node) => Promise<T>): Promise<T> {
  const node = await openNode(url)
  try {
    return await use(node)
  } finally {
    await node.close()
  }
}

async function workToEnd({ engine }: Node): Promise<void> {
  const runner = new BatchRunner(engine, Date.now, (error) => {
    throw error
  })
  while (await runner.turn());
}

const batchOf = async ({ engine: { store } }: Node, key: number): Promise<BatchOperationRow> =>
  (await store.get('batchOperations', key))!

/** What does not fit together: instances and their items, what was told and what is kept, the progress and the items. */
async function wrong(node: Node, key: number, told: readonly Acknowledged[]): Promise<string[]> {
  const { store } = node.engine
  const items = await store.find('batchItems', { where: [{ column: 'batch', is: '=', value: key }] })
  const problems = [...(await wrongItems(node, items)), ...(await wrongProgress(node, key, items))]
  const completed = new Set(items.filter(({ state }) => state === 'completed').map((item) => item.instance))
  for (const { instance } of told)
    if (!completed.has(instance)) problems.push(`instance ${instance}: told, but its item is not completed`)
  return problems
}

async function allUnsound({ engine: { store } }: Node): Promise<string[]> {
  const problems: string[] = []
  for (const row of await store.find('instances', { where: [] }))
    problems.push(...(await unsound(store, row)))
  return problems
}

/** An instance has been commanded by the batch once if its item is completed, else never. */
async function wrongItems({ engine: { store } }: Node, items: readonly BatchItemRow[]): Promise<string[]> {
  const done = await store.find('history', { where: [{ column: 'by', is: '=', value: 'batch' }] })
  const times = new Map<number, number>()
  for (const { instance } of done) times.set(instance, (times.get(instance) ?? 0) + 1)
  const doubled = items.length - new Set(items.map(({ instance }) => instance)).size
  return [
    ...(doubled > 0 ? [`${doubled} instances have more than one item`] : []),
    ...items
      .filter(({ instance, state }) => (times.get(instance) ?? 0) !== (state === 'completed' ? 1 : 0))
      .map(({ instance, state }) => `instance ${instance}: ${state}, done ${times.get(instance) ?? 0} times`),
  ]
}

async function wrongProgress(node: Node, key: number, items: readonly BatchItemRow[]): Promise<string[]> {
  const batch = await batchOf(node, key)
  const { completed, failed } = await progressOf(node.engine.store, batch)
  const counted = (state: BatchItemRow['state']) => items.filter((item) => item.state === state).length
  const expected = [items.length, counted('completed'), counted('failed')].join()
  const got = [batch.total, completed, failed].join()
  return expected === got ? [] : [`expected as progress ${expected}, got ${got}`]
}
