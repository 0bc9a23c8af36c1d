import { noVariables } from '../json.ts'
import { diagram } from '../testing/diagram.ts'
import { TestEngine } from '../testing/test-engine.ts'

const MINUTE = 60_000

test('[TI3] a due timer fires once, also when two nodes try', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().catch('pause', { duration: 'PT10M' }).userTask('after').end())
  await test.start('p')
  const other = await TestEngine.open({ store: test.engine.store })
  test.now += 10 * MINUTE
  other.now = test.now
  await Promise.all([test.engine.runDue(), other.engine.runDue()])
  expect(await test.tasks()).toHaveLength(1)
  expect([...test.faults, ...other.faults]).toEqual([])
})

test('[TI3] a timer is not fired early', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start().catch('pause', { duration: 'PT10M' }).userTask('after').end())
  await test.start('p')
  test.now += 10 * MINUTE - 1
  const next = await test.engine.runDue()
  expect(await test.tasks()).toEqual([])
  expect(next).toBe(test.now + 1)
})

test('a start timer with a cycle starts an instance each time', async () => {
  const test = await TestEngine.open()
  await test.deploy(diagram('p').start('every', { cycle: 'R3/PT1H' }).userTask('look').end())
  await test.workUntilQuiet()
  expect(await test.tasks()).toHaveLength(3)
})

describe('jobs of external workers', () => {
  const request = { type: 'print', worker: 'w1', maxJobs: 10, timeout: 5 * MINUTE }
  const open = async () => {
    const test = await TestEngine.open()
    await test.deploy(diagram('p').start().serviceTask('print', 'print').end())
    const { key } = await test.start('p', { pages: 2 })
    return { test, key }
  }

  test('[JB4] a leased job is given to nobody else until its lease is over', async () => {
    const { test } = await open()
    const [job] = await test.engine.activateJobs(request)
    expect(job!.variables).toEqual({ pages: 2 })
    expect(await test.engine.activateJobs(request)).toEqual([])
    test.now += 5 * MINUTE
    const [again] = await test.engine.activateJobs(request)
    expect(again!.row.lease).toBe(job!.row.lease + 1)
  })

  test('[JB2] a failed job waits for its back-off and becomes an incident without retries', async () => {
    const { test, key } = await open()
    const [job] = await test.engine.activateJobs(request)
    const { elementInstance, key: jobKey } = job!.row
    const fail = (retries: number) =>
      test.engine.execute(
        key,
        {
          type: 'failJob',
          key: elementInstance,
          job: jobKey,
          retries,
          backOff: MINUTE,
          message: 'paper',
          variables: noVariables(),
        },
        { by: 'w1' },
      )
    await fail(1)
    expect(await test.engine.activateJobs(request)).toEqual([])
    test.now += MINUTE
    expect(await test.engine.activateJobs(request)).toHaveLength(1)
    await fail(0)
    test.now += MINUTE
    expect(await test.engine.activateJobs(request)).toEqual([])
    const [incident] = await test.engine.store.find('incidents', { where: [] })
    expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES', message: 'paper', job: jobKey })
    expect(await test.engine.store.get('instances', key)).toMatchObject({ incidents: 1 })

    const resolve = { type: 'resolveIncident', key: elementInstance, incident: incident!.key } as const
    expect(await test.engine.execute(key, resolve, { by: 'omid' })).toMatchObject({ ok: false })
    await test.engine.execute(
      key,
      { type: 'updateJobRetries', key: elementInstance, job: jobKey, retries: 1 },
      { by: 'omid' },
    )
    expect(await test.engine.execute(key, resolve, { by: 'omid' })).toMatchObject({ ok: true })
    expect(await test.engine.activateJobs(request)).toHaveLength(1)
    expect(await test.engine.store.get('instances', key)).toMatchObject({ incidents: 0 })
  })

  test('a long poll wakes when a job comes', async () => {
    const { test } = await open()
    await test.engine.activateJobs(request)
    const woken = test.engine.waitForJobs('print', 5_000)
    await test.start('p', { pages: 1 })
    expect(await woken).toBe(true)
  })
})
