import { diagram } from '../../engine/testing/diagram.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import { counts, patience } from './counts.ts'
import { deploy, type Node, openNode } from './open-node.ts'

describe('two nodes on SQLite', () => beginAtOnce(() => temporaryFile()))
describeWithMariadb('two nodes on MariaDB', () => beginAtOnce(async () => temporaryMysql()))

/** Begun by an order or by its deposit, whichever comes first. */
const shop = diagram('shop')
  .start('ordered', { message: 'order' })
  .userTask('pack')
  .end('packed')
  .start('deposited', { message: 'deposit' })
  .userTask('book')
  .end('booked')
  .correlationKey('orderKey', { id: { order: 'id', deposit: 'order' } })
  .toXml()

/** Conversations that begin side by side. */
const SIDE_BY_SIDE = 4

function beginAtOnce(makePlace: () => Promise<{ url: string; remove(): Promise<void> }>): void {
  let place: { url: string; remove(): Promise<void> }
  let nodes: readonly [Node, Node]
  beforeAll(async () => {
    place = await makePlace()
    nodes = [await openNode(place.url), await openNode(place.url)]
    await deploy(nodes[0], shop)
  }, patience)
  afterAll(async () => {
    for (const node of nodes) await node.close()
    await place.remove()
  })

  test(
    '[CK7] two messages of one conversation that two nodes take at the same moment begin one instance',
    async () => {
      for (let round = 0; round < counts.races / SIDE_BY_SIDE; round++) {
        const ids = Array.from({ length: SIDE_BY_SIDE }, (_, at) => `${round}.${at}`)
        const reached = await Promise.all(
          ids.map((id) =>
            Promise.all([publish(nodes[0], 'order', { id }), publish(nodes[1], 'deposit', { order: id })]),
          ),
        )
        for (const [byOrder, byDeposit] of reached) expect(byOrder).toEqual(byDeposit)
        const all = reached.flatMap(([byOrder]) => byOrder)
        expect(new Set(all).size).toBe(SIDE_BY_SIDE)
      }
    },
    patience,
  )
}

/** Without a key: what the message carries says it. */
async function publish({ engine }: Node, name: string, variables: { [name: string]: string }) {
  const message = { name, correlationKey: '', messageId: '', timeToLive: 0, variables }
  const published = await engine.publish(message, { by: 'shop' })
  if (!published.ok) throw new Error(published.error.message)
  return published.value.instances
}
