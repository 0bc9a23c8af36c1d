import { z } from 'zod'
import type { Variables } from '../../json.ts'
import type { Key } from '../../key.ts'
import { defineHandlers, type Handlers, Refuse, transactional } from '../../ports/handlers.ts'
import type { Command } from '../../state/command.ts'
import { decodeEvents } from '../../state/event-codec.ts'
import type { InstanceState } from '../../state/instance-state.ts'
import { replay } from '../../state/replay.ts'
import { isLarge, readMark } from '../../state/snapshot-mark.ts'
import { encodeState } from '../../state/state-codec.ts'
import { encodeVariables } from '../../state/variables-codec.ts'
import { diagram } from '../../testing/diagram.ts'
import { TestEngine } from '../../testing/test-engine.ts'
import { readState } from './read-state.ts'

const MANY = 800

/** A task for each item; `enough` ends them early. A job follows, then a last task. */
const votes = diagram('votes')
  .start()
  .userTask('vote', {
    multiInstance: {
      inputCollection: '=for item in 1..many return item',
      inputElement: 'item',
      outputCollection: 'votes',
      outputElement: '=item',
      completionCondition: '=enough',
    },
  })
  .serviceTask('count', 'count')
  .userTask('publish')
  .end()

async function begun(handlers: Handlers = {}): Promise<{ test: TestEngine; key: Key }> {
  const test = await TestEngine.open({ handlers })
  await test.deploy(votes)
  const { key } = await test.start('votes', { many: MANY, enough: false })
  return { test, key }
}

const rowOf = async ({ engine }: TestEngine, key: Key) => (await engine.store.get('instances', key))!

const encoded = (state: InstanceState): string => encodeState(state) + encodeVariables(state)

/** [R14] What is stored, what is kept, and the whole history are the same state. */
async function expectSound(test: TestEngine, key: Key): Promise<void> {
  const { store } = test.engine
  const history = await store.find('history', { where: [{ column: 'instance', is: '=', value: key }] })
  const replayed = replay(
    key,
    history.flatMap(({ events }) => decodeEvents(key, events)),
  )
  expect(await readState(store, await rowOf(test, key))).toEqual(replayed)
  expect(await test.engine.inspect(key, encoded)).toEqual(encoded(replayed))
}

async function completeSome(test: TestEngine, count: number, variables: Variables = {}): Promise<void> {
  for (const task of (await test.tasks()).slice(0, count)) await complete(test, task, variables)
}

const completeLast = async (test: TestEngine) => complete(test, (await test.tasks()).at(-1)!)

const complete = (
  { engine }: TestEngine,
  { key, instance }: { key: Key; instance: Key },
  variables: Variables = {},
  after?: () => Promise<void>,
) =>
  engine.execute(
    instance,
    { type: 'completeTask', key, variables, outcome: null },
    { by: 'sara', ...(after && { after }) },
  )

test('[R14] a large instance is a snapshot and the history after it, and is small again when it has shrunk', async () => {
  const { test, key } = await begun()
  for (let left = MANY; left > 0; left -= 80) {
    await completeSome(test, 80)
    await expectSound(test, key)
    const mark = readMark((await rowOf(test, key)).state)
    expect((await test.engine.store.get('snapshots', key))?.seq).toBe(mark?.seq)
  }
  const row = await rowOf(test, key)
  expect([isLarge(row), await test.engine.store.count('snapshots', [])]).toEqual([false, 0])
  expect((await test.variablesOf(key)).votes).toEqual(Array.from({ length: MANY }, (_, at) => at + 1))
})

test('a large instance is written in whole now and then only, whatever its commands do', async () => {
  const { test, key } = await begun()
  const snapshots = new Set<number>()
  for (const task of (await test.tasks()).slice(0, 200)) {
    await complete(test, task)
    const { state, variables } = await rowOf(test, key)
    expect([state.length < 40, variables]).toEqual([true, ''])
    snapshots.add(readMark(state)!.seq)
  }
  expect(snapshots.size).toBeLessThan(5)
  await expectSound(test, key)
})

test('[MI4] ending a large instance early ends all that is left of it', async () => {
  const { test, key } = await begun()
  await completeSome(test, 10)
  await completeSome(test, 1, { enough: true })
  expect(await test.tasks()).toEqual([])
  expect(await test.engine.store.count('tasks', [{ column: 'state', is: '=', value: 'CANCELED' }])).toBe(
    MANY - 11,
  )
  await expectSound(test, key)
})

test('two nodes in turn each go on from what the other did', async () => {
  const { test, key } = await begun()
  const other = await TestEngine.open({ store: test.engine.store })
  for (let turn = 0; turn < 6; turn++) {
    await completeSome(turn % 2 === 0 ? test : other, 1 + turn)
    await expectSound(turn % 2 === 0 ? test : other, key)
  }
  expect(await test.tasks()).toHaveLength(MANY - 21)
})

test.each([1, 2])(
  'what a command did that was undone is not seen when another node has then given %d',
  async (others) => {
    const { test, key } = await begun()
    const other = await TestEngine.open({ store: test.engine.store })
    const [first, second] = await test.tasks()
    await complete(test, first!)
    const broken = complete(test, second!, {}, async () => {
      throw new Error('after it was saved')
    })
    await expect(broken).rejects.toThrow('after it was saved')
    for (let given = 0; given < others; given++) await completeLast(other)
    await expectSound(test, key)
    expect(await complete(test, second!)).toMatchObject({ ok: true })
    await expectSound(test, key)
  },
)

test('[JB5] what a handler refused is undone, and what is refused at once changes nothing', async () => {
  const refusing = transactional({
    input: z.unknown(),
    output: z.object({}),
    run: async () => {
      throw new Refuse('too_early', 'wait')
    },
  })
  const { test, key } = await begun(defineHandlers({ count: refusing }))
  await completeSome(test, 3)
  const [task, next] = await test.tasks()
  expect(await complete(test, task!, { enough: true })).toMatchObject({ error: { reason: 'too_early' } })
  await expectSound(test, key)
  expect(await complete(test, { key: 0, instance: key })).toMatchObject({ error: { code: 'task_not_found' } })
  await expectSound(test, key)
  expect(await complete(test, next!)).toMatchObject({ ok: true })
  await expectSound(test, key)
})

test('variables of a kept state are as the store would give them back', async () => {
  const { test, key } = await begun()
  await completeSome(test, 1)
  const given = { at: new Date(0), gone: undefined, list: [1] } as unknown as Variables // as a handler may give them
  await completeSome(test, 1, given)
  ;(given.list as number[]).push(2)
  await expectSound(test, key)
  expect(await test.variablesOf(key)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', list: [1] })
})

const jobs = diagram('jobs')
  .start()
  .serviceTask('each', 'work', {
    multiInstance: { inputCollection: '=for item in 1..many return item', inputElement: 'item' },
  })
  .end()

const request = { type: 'work', worker: 'w', maxJobs: 3, timeout: 1_000 }

test('[JB4] a worker sees what belongs to each job of a large instance', async () => {
  const test = await TestEngine.open()
  await test.deploy(jobs)
  const { key } = await test.start('jobs', { many: MANY })
  expect(isLarge(await rowOf(test, key))).toBe(true)
  for (const round of [0, 1]) {
    const leased = await test.engine.activateJobs(request)
    expect(leased.map(({ variables }) => [variables.item, variables.many])).toEqual(
      [1, 2, 3].map((item) => [item + 3 * round, MANY]),
    )
    for (const { row } of leased)
      await test.engine.execute(
        key,
        { type: 'completeJob', key: row.elementInstance, job: row.key, variables: {} },
        { by: 'w' },
      )
  }
  await expectSound(test, key)
})

test('[IN1] open incidents of a large instance are counted', async () => {
  const test = await TestEngine.open()
  await test.deploy(jobs)
  const { key } = await test.start('jobs', { many: MANY })
  const incidents: number[] = []
  const give = async (command: Command) => {
    await test.engine.execute(key, command, { by: 'w' })
    incidents.push((await rowOf(test, key)).incidents)
  }
  for (const { row } of await test.engine.activateJobs(request)) {
    const failed = {
      key: row.elementInstance,
      job: row.key,
      retries: 0,
      backOff: 0,
      message: 'no',
      variables: {},
    }
    await give({ type: 'failJob', ...failed })
    await give({ type: 'failJob', ...failed })
  }
  const [open] = await test.engine.store.find('incidents', { where: [] })
  const { elementInstance, job, key: incident } = open!
  await give({ type: 'updateJobRetries', key: elementInstance, job, retries: 1 })
  await give({ type: 'resolveIncident', key: elementInstance, incident })
  await give({ type: 'cancelInstance', byCaller: false })
  expect(incidents).toEqual([1, 1, 2, 2, 3, 3, 3, 2, 0])
})
