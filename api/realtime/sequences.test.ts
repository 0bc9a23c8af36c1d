import { Redis } from 'ioredis'
import { redisSequences } from './redis-sequences.ts'
import { localSequences } from './sequences.ts'

test('a restarted process does not go on where an older one was', async () => {
  const before = localSequences(1_000)
  const last = await before.next('a')
  const after = localSequences(5_000)
  expect(last).toBe(1_001)
  expect(await after.next('a')).not.toBe(last + 1)
  expect(await after.current(['a', 'b'])).toEqual([
    { room: 'a', seq: 5_001 },
    { room: 'b', seq: 5_000 },
  ])
})

const url = process.env.KARTABL_TEST_REDIS
const onRedis = url === undefined ? describe.skip : describe

onRedis('with Redis (KARTABL_TEST_REDIS)', () => {
  const room = `test:${process.pid}`
  let one: Redis
  let other: Redis
  beforeAll(async () => {
    one = new Redis(url ?? '')
    other = new Redis(url ?? '')
    await Promise.all([one.ping(), other.ping()])
  })
  afterAll(async () => {
    await other.del(`kartabl:seq:${room}`)
    one.disconnect()
    other.disconnect()
  })

  test('two nodes count one row of numbers, and go on alone while Redis is away', async () => {
    const first = redisSequences(one, () => 1_000_000)
    const second = redisSequences(other, () => 2_000_000)
    expect([await first.next(room), await second.next(room), await first.next(room)]).toEqual([1, 2, 3])
    one.disconnect()
    expect(await first.next(room)).toBe(1_000_001)
    expect(await first.current([room])).toEqual([{ room, seq: 1_000_001 }])
    expect(await second.next(room)).toBe(4)
  })
})
