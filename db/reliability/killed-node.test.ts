import { SeededRandom } from '../demo/seeded-random.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import { buildProgram } from './build-program.ts'
import { counts, patience, seed } from './counts.ts'
import { type Acknowledged, killAt } from './kill-at.ts'
import { deploy, type Node, openNode } from './open-node.ts'
import { restsWell } from './order-process.ts'
import { heldTokens, unsound } from './unsound.ts'
import { type WorkloadName, workloads } from './workloads.ts'

let program = ''
beforeAll(async () => {
  program = await buildProgram(new URL('working-node.ts', import.meta.url))
  console.log(`kills with KARTABL_SEED=${seed}`)
})

interface Place {
  readonly url: string
  remove(): Promise<void>
}

describe('a node on SQLite', () => survivesKills(() => temporaryFile()))
describeWithMariadb('a node on MariaDB', () => survivesKills(async () => temporaryMysql()))

function survivesKills(makePlace: () => Promise<Place>): void {
  let place: Place
  beforeAll(async () => {
    place = await makePlace()
    await onNode(place.url, async (node) => {
      for (const { xml } of Object.values(workloads)) await deploy(node, xml)
    })
  }, patience)
  afterAll(() => place.remove())

  test.each<WorkloadName>(['order', 'votes'])(
    `[R1] loses nothing acknowledged and doubles no token of %s in ${counts.kills} kills in the middle of work`,
    async (workload) => {
      const random = new SeededRandom(seed)
      const acknowledged: Acknowledged[] = []
      for (let kill = 0; kill < counts.kills; kill++) {
        const count = random.between(counts.commands / 10, (counts.commands * 9) / 10)
        const args = [place.url, String(seed + kill), String(counts.commands * 2), workload]
        acknowledged.push(...(await killAt(program, args, count)))
        await onNode(place.url, async (node) => {
          expect(await lost(node, acknowledged)).toEqual([])
          expect(await wrong(node)).toEqual([])
        })
      }
      await onNode(place.url, async (node) => {
        await finishAll(node)
        expect(await wrong(node)).toEqual([])
        expect(
          await node.database.store.count('instances', [{ column: 'status', is: '=', value: 'active' }]),
        ).toBe(0)
      })
    },
    patience,
  )
}

async function onNode(url: string, use: (node: Node) => Promise<void>): Promise<void> {
  const node = await openNode(url)
  try {
    await use(node)
  } finally {
    await node.close()
  }
}

/** Acknowledged commands that the history does not have at the revision it was told. */
async function lost({ database }: Node, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const history = await database.store.find('history', { where: [], columns: ['instance', 'seq', 'by'] })
  const kept = new Map(history.map(({ instance, seq, by }) => [`${instance} ${seq}`, by]))
  return acknowledged
    .filter(({ by, instance, revision }) => kept.get(`${instance} ${revision}`) !== by)
    .map(({ by, instance, revision }) => `${by} at ${instance}/${revision}`)
}

async function wrong({ database: { store } }: Node): Promise<string[]> {
  const problems: string[] = []
  for (const row of await store.find('instances', { where: [] })) {
    problems.push(...(await unsound(store, row)))
    if (row.status !== 'active') continue
    const tasks = await store.find('tasks', {
      where: [
        { column: 'instance', is: '=', value: row.key },
        { column: 'state', is: '=', value: 'CREATED' },
      ],
    })
    const open = tasks.map(({ elementId }) => elementId).sort()
    const held = await heldTokens(store, row)
    if (open[0] !== 'vote' && !restsWell(open, held))
      problems.push(`instance ${row.key}: tokens at ${open} and ${held} held`)
  }
  return problems
}

/** What survived must also go on: every instance is worked to its end. */
async function finishAll({ engine, database: { store } }: Node): Promise<void> {
  const open = () => store.find('tasks', { where: [{ column: 'state', is: '=', value: 'CREATED' }] })
  for (let tasks = await open(); tasks.length > 0; tasks = await open())
    // One of each at a time: completing it may take the others away.
    for (const { key, instance } of new Map(tasks.map((task) => [task.instance, task])).values()) {
      const variables = { more: false, enough: true }
      const command = { type: 'completeTask', key, variables, outcome: null } as const
      expect((await engine.execute(instance, command, { by: 'test' })).ok).toBe(true)
    }
}
