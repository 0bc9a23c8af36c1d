import { type Diagram, diagram } from '../testing/diagram.ts'
import { testCalendar } from '../testing/test-calendar.ts'
import { TestEngine, type TestEngineOptions } from '../testing/test-engine.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const calendars = { company: testCalendar(), sales: testCalendar({ zone: 'Asia/Tehran' }) }
const catchUp = (value: string) => ({ 'kartabl:catchUp': value })

const starting = (cycle: string, properties: Record<string, string> = {}, id = 'p'): Diagram =>
  diagram(id).start('every', { cycle, properties }).userTask('look').end()

async function deployed(options: TestEngineOptions, ...diagrams: Diagram[]): Promise<TestEngine> {
  const test = await TestEngine.open({ calendars, ...options })
  await test.deploy(...diagrams)
  return test
}

/** Moves the clock step by step, as it goes, until then. */
async function goOn(test: TestEngine, until: number): Promise<void> {
  for (let next = await test.engine.runDue(); next <= until; next = await test.engine.runDue())
    test.now = Math.max(test.now, next)
  test.now = until
}

const started = async (test: TestEngine): Promise<string[]> =>
  (await test.tasks()).map(({ createdAt }) => new Date(createdAt).toISOString().slice(5, 16))

const dueAts = async (test: TestEngine): Promise<string[]> => {
  const timers = await test.engine.store.find('timers', { where: [], orderBy: [{ column: 'dueAt' }] })
  return timers.map(({ dueAt }) => new Date(dueAt).toISOString().slice(5, 16))
}

describe('start timers', () => {
  test.each([
    ['[TI5]', 'Europe/Berlin', '0 0 9 * * *', '03-28T08:00 03-29T07:00 03-30T07:00'],
    ['[TI1]', 'Europe/Berlin', 'R/2026-03-28T09:00:00/P1D', '03-28T08:00 03-29T07:00 03-30T07:00'],
    ['[BT4]', 'UTC', 'R/2026-03-27T09:00:00/BP1D', '03-27T09:00 03-30T09:00'],
  ])('%s in %s %s goes on', async (_rule, zone, cycle, expected) => {
    const test = await TestEngine.open({ calendars, zone })
    test.now = Date.parse('2026-03-27T08:30:00Z')
    await test.deploy(starting(cycle))
    await goOn(test, Date.parse('2026-03-30T12:00:00Z'))
    expect((await started(test)).join(' ')).toBe(expected)
  })

  test.each([
    ['once', 1],
    ['all', 5],
    ['skip', 0],
  ])('[TI6] after four days off, %s starts %d instances, then goes on as before', async (value, count) => {
    const test = await deployed({}, starting('0 0 9 * * *', catchUp(value)))
    test.now = Date.parse('2026-01-09T12:30:00Z')
    await test.engine.runDue()
    expect(await started(test)).toEqual(Array(count).fill('01-09T12:30'))
    expect(await dueAts(test)).toEqual(['01-10T09:00'])
  })

  test('[TI8] what lies before the deployment is over', async () => {
    const test = await deployed({}, starting('R/2026-01-01T09:00:00Z/P1D'))
    await test.engine.runDue()
    expect(await started(test)).toEqual([])
    expect(await dueAts(test)).toEqual(['01-05T09:00'])
  })

  test('[TI8] a cycle all of whose turns have passed starts nothing', async () => {
    const test = await deployed({}, starting('R3/2026-01-01T09:00:00Z/P1D'))
    expect(await dueAts(test)).toEqual([])
  })

  test('[BT5] one that can’t be counted is refused at deployment, and nothing is deployed', async () => {
    const test = await TestEngine.open({ calendars })
    const properties = { 'kartabl:calendar': 'marketing' }
    const files = [{ name: 'p.bpmn', content: starting('R/BP1D', properties).toXml() }]
    const done = await test.engine.deploy(files, 'dana')
    expect(done).toMatchObject({
      ok: false,
      error: [{ code: 'bad_timer', element: 'every', message: expect.stringContaining("'marketing'") }],
    })
    expect(await test.engine.store.find('processDefinitions', { where: [] })).toEqual([])
  })
})

test('[BT5] a cycle whose calendar is gone is reported, and goes on when it is back', async () => {
  const own: Record<string, ReturnType<typeof testCalendar>> = { company: testCalendar() }
  const test = await deployed({ calendars: own }, starting('R/BP1D'))
  const { company } = own
  delete own.company
  test.now += 2 * DAY
  await test.engine.runDue()
  expect(test.faults.map(({ error }) => String(error))).toEqual([expect.stringContaining("got 'company'")])
  expect(await started(test)).toEqual([])
  own.company = company!
  test.now += DAY
  await test.engine.runDue()
  expect(await started(test)).toHaveLength(1)
})

describe('[TI2] clocks that jump', () => {
  const clock = async (cycle: string) => {
    const test = await deployed({}, starting(cycle))
    await goOn(test, test.now + 3 * HOUR + 1)
    return test
  }

  test.each(['R/PT1H', '0 0 * * * *'])('%s: an hour or a day back repeats nothing', async (cycle) => {
    for (const back of [HOUR, DAY]) {
      const test = await clock(cycle)
      const then = test.now
      test.now -= back
      await goOn(test, then)
      expect(await started(test)).toEqual(['01-05T09:00', '01-05T10:00', '01-05T11:00'])
      await goOn(test, then + HOUR)
      expect((await started(test)).at(-1)).toBe('01-05T12:00')
    }
  })

  test.each(['R/PT1H', '0 0 * * * *'])(
    '%s: an hour or a day forth starts one, on time after that',
    async (cycle) => {
      for (const forth of [HOUR, DAY]) {
        const test = await clock(cycle)
        const then = test.now
        test.now += forth
        await test.engine.runDue()
        expect(await started(test)).toHaveLength(4)
        await goOn(test, test.now + HOUR)
        const last = Date.parse(`2026-${(await started(test)).at(-1)}:00Z`)
        expect(last % HOUR).toBe(0)
        expect(last).toBe(Math.floor((then + forth + HOUR) / HOUR) * HOUR)
      }
    },
  )
})

describe('after a year of downtime', () => {
  const YEAR = 365 * DAY

  test.each(['R/PT1S', '* * * * * *', 'R/BPT1S'])('[TI6] %s starts one instance', async (cycle) => {
    const test = await deployed({}, starting(cycle))
    test.now += YEAR
    await test.engine.runDue()
    expect(await started(test)).toHaveLength(1)
    expect((await test.engine.store.find('timers', { where: [] }))[0]!.dueAt).toBeGreaterThan(test.now)
  })

  test('[TI9] one that fires every missed turn does so a batch at a time', async () => {
    const test = await deployed({}, starting('R/PT1S', catchUp('all')))
    test.now += YEAR
    const next = await test.engine.runDue()
    expect(next).toBeLessThan(test.now)
    expect((await started(test)).length).toBeLessThanOrEqual(500)
  })
})
