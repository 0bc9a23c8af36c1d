import { isLarge } from '../../engine/state/snapshot-mark.ts'
import { SeededRandom } from '../demo/seeded-random.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import { patience, seed } from './counts.ts'
import { deploy, type Node, openNode } from './open-node.ts'
import { unsound } from './unsound.ts'
import { workloads } from './workloads.ts'

describe('two nodes on SQLite', () => workOnOne(() => temporaryFile()))
describeWithMariadb('two nodes on MariaDB', () => workOnOne(async () => temporaryMysql()))

/** Commands of each node that are under way at once, so that they share transactions. */
const LINES = 8
/** Every so many commands one is carried out and then fails: what it did must not be seen by those behind it. */
const FAILING = 7
const LOOKS = 5

function workOnOne(makePlace: () => Promise<{ url: string; remove(): Promise<void> }>): void {
  let place: { url: string; remove(): Promise<void> }
  let nodes: readonly [Node, Node]
  beforeAll(async () => {
    place = await makePlace()
    nodes = [await openNode(place.url), await openNode(place.url)]
    await deploy(nodes[0], workloads.votes.xml)
  }, patience)
  afterAll(async () => {
    for (const node of nodes) await node.close()
    await place.remove()
  })

  test(
    '[R1] [R4] what both do to one large instance, and what fails on the way, leaves it sound',
    async () => {
      console.log(`KARTABL_SEED=${seed}`)
      const instance = await start(nodes[0])
      const { store } = nodes[1].database
      const tasks = await store.find('tasks', { where: [{ column: 'instance', is: '=', value: instance }] })
      const part = tasks.length / LOOKS
      const large: boolean[] = []
      for (let look = 0; look < LOOKS; look++) {
        large.push(isLarge((await store.get('instances', instance))!))
        const keys = tasks.slice(look * part, (look + 1) * part).map(({ key }) => key)
        await completeAll(nodes, instance, keys)
        expect(await unsound(store, (await store.get('instances', instance))!)).toEqual([])
      }
      expect([large[0], large[1], large.at(-1)]).toEqual([true, true, false])
      const ended = (await store.get('instances', instance))!
      const { votes } = (JSON.parse(ended.variables) as { 0: { votes: number[] } })[0]
      expect([ended.status, votes]).toEqual(['completed', tasks.map((_, at) => at + 1)])
    },
    patience,
  )
}

async function start({ engine }: Node): Promise<number> {
  const { variables } = workloads.votes
  const started = await engine.create({ process: { id: 'votes' }, variables }, { by: 'test' })
  if (!started.ok) throw new Error(started.error.message)
  return started.value.key
}

/** By both nodes, several at once, in an order of chance. */
async function completeAll(nodes: readonly [Node, Node], instance: number, keys: number[]): Promise<void> {
  const random = new SeededRandom(seed)
  const line = async ({ engine }: Node) => {
    while (keys.length > 0) {
      const [key] = keys.splice(random.between(0, keys.length - 1), 1)
      const command = { type: 'completeTask', key: key!, variables: {}, outcome: null } as const
      if (keys.length % FAILING === 0) {
        const broken = async () => {
          throw new Error('broken on purpose')
        }
        await expect(engine.execute(instance, command, { by: 'test', after: broken })).rejects.toThrow(
          'purpose',
        )
      }
      expect(await engine.execute(instance, command, { by: 'test' })).toMatchObject({ ok: true })
      expect(await engine.execute(instance, command, { by: 'test' })).toMatchObject({ ok: false })
    }
  }
  await Promise.all(nodes.flatMap((node) => Array.from({ length: LINES }, () => line(node))))
}
