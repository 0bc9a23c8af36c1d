import { diagram } from '../../engine/testing/diagram.ts'
import { TestEngine } from '../../engine/testing/test-engine.ts'
import { wakeByQueue } from './wake-by-queue.ts'

const redisUrl = process.env.KARTABL_TEST_REDIS
const withRedis = redisUrl ? test : test.skip
if (!redisUrl)
  console.log('Skipped: waking by queue. Set KARTABL_TEST_REDIS=redis://127.0.0.1:6379 to run it.')

/** A worker of its own queue takes each wake, so only the sleeping node works it here. */
withRedis('a job made on one node wakes another at once', async () => {
  const maker = await TestEngine.open()
  const sleeper = await TestEngine.open({ store: maker.engine.store })
  const woken = new Promise<void>((resolve) => {
    sleeper.engine.wake = resolve
    maker.engine.wake = resolve
  })
  const now = Date.now
  const onTrouble = (error: Error) => {
    throw error
  }
  const links = [maker, sleeper].map(({ engine }) =>
    wakeByQueue(engine, { redisUrl: redisUrl!, now, onTrouble }),
  )
  await Promise.all(links.map((link) => link.ready))
  maker.now = Date.now()
  await maker.deploy(diagram('p').start().serviceTask('print', 'print').end())
  await maker.start('p')
  await woken
  await Promise.all(links.map((link) => link.close()))
})

withRedis('without Redis nothing fails: the trouble is told once and commits go on', async () => {
  const maker = await TestEngine.open()
  const troubles: Error[] = []
  const waking = wakeByQueue(maker.engine, {
    redisUrl: 'redis://127.0.0.1:1',
    now: () => maker.now,
    onTrouble: (error) => troubles.push(error),
  })
  await maker.deploy(diagram('p').start().serviceTask('print', 'print').end())
  await maker.start('p')
  await maker.start('p')
  await waking.ready
  await waking.close()
  expect(troubles).toHaveLength(1)
  expect(await maker.engine.store.count('jobs', [])).toBe(2)
})
