import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { testCalendar } from '../testing/test-calendar.ts'

const calendars = {
  company: testCalendar(),
  sales: testCalendar({ week: { ...testCalendarWeek(), monday: [] } }),
  'user:mina': testCalendar({ zone: 'Asia/Tehran' }),
}

/** Works on Saturdays instead of Mondays. */
function testCalendarWeek() {
  const office = [['09:00', '17:00']] as const
  return {
    sunday: [],
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: office,
    saturday: office,
  }
}

const reminding = (cycle: string, properties: Record<string, string> = {}) =>
  diagram('p')
    .start()
    .userTask('work')
    .end()
    .boundary('remind', 'work', { cycle, interrupting: false, properties })
    .scriptTask('count', '=n + 1', 'n')
    .end('reminded')

/** Plays begin on Monday 2026-01-05 at 08:00. */
const reminded = async (cycle: string, until: string, properties: Record<string, string> = {}) => {
  const player = await play(reminding(cycle, properties), { variables: { n: 0 }, calendars })
  player.advanceTo(until)
  return player.variables.n
}

describe('cycles of a boundary event', () => {
  test.each([
    ['[TI5]', '0 0 12 * * MON-FRI', '2026-01-12T12:00:00Z', 6],
    ['[TI5]', '=if n = 0 then "@daily" else null', '2026-01-12T12:00:00Z', 7],
    ['[BT4]', 'R/BP1D', '2026-01-12T12:00:00Z', 5],
    ['[BT4]', 'R3/BPT4H', '2026-01-12T12:00:00Z', 3],
    ['[BT4]', '="R/BP" + string(n + 1) + "D"', '2026-01-12T12:00:00Z', 5],
  ])('%s %s has fired by %s %d times', async (_rule, cycle, until, times) => {
    expect(await reminded(cycle, until)).toBe(times)
  })
})

describe('[BT1] which calendar counts', () => {
  const due = async (processCalendar: string | null, ownCalendar: string | null) => {
    const of = (name: string | null): Record<string, string> => (name ? { 'kartabl:calendar': name } : {})
    const drawn = diagram('p', { properties: of(processCalendar) })
      .start()
      .userTask('work', { dueDate: 'BP1D', followUpDate: '="BPT" + "1H"', properties: of(ownCalendar) })
      .end()
    const player = await play(drawn, { variables: { who: 'mina' }, calendars })
    const created = player.events.find((event) => event.type === 'taskCreated')
    if (created?.type !== 'taskCreated') return player.incidents
    return [created.dueAt, created.followUpAt].map((at) => new Date(at!).toISOString().slice(0, 16))
  }

  test.each([
    [null, null, ['2026-01-06T09:00', '2026-01-05T10:00']],
    ['sales', null, ['2026-01-07T09:00', '2026-01-06T10:00']],
    ['sales', 'company', ['2026-01-06T09:00', '2026-01-05T10:00']],
    [null, '="user:" + who', ['2026-01-06T08:00', '2026-01-05T09:00']],
  ])('[UT3] of process %s and task %s', async (processCalendar, ownCalendar, expected) => {
    expect(await due(processCalendar, ownCalendar)).toEqual(expected)
  })

  test('[BT5] an unknown one is an incident that says what to do', async () => {
    const [incident] = await due(null, 'marketing')
    expect(incident).toMatch(/EXTRACT_VALUE_ERROR at work: .*expected a calendar, got 'marketing'/)
  })

  test('[BT1] nobody asks for a calendar where no working time is meant', async () => {
    const drawn = diagram('p', { properties: { 'kartabl:calendar': 'marketing' } })
      .start()
      .catch('pause', { duration: 'PT1H' })
      .userTask('after')
      .end()
    const player = await play(drawn, { calendars })
    player.advanceTo('2026-01-05T09:00:00Z')
    expect(player.resting).toEqual(['after'])
  })
})

test('[BT2] an intermediate and an interrupting event wait for working time', async () => {
  const drawn = diagram('p')
    .start()
    .catch('pause', { duration: 'BPT4H' })
    .userTask('work')
    .end()
    .boundary('late', 'work', { duration: 'BP1D' })
    .userTask('escalated')
    .end('too-late')
  const player = await play(drawn, { calendars })
  player.advanceTo('2026-01-05T12:59:00Z')
  expect(player.resting).toEqual(['pause'])
  player.advanceTo('2026-01-05T13:00:00Z')
  expect(player.resting).toEqual(['work'])
  player.advanceTo('2026-01-06T13:00:00Z')
  expect(player.resting).toEqual(['escalated'])
})

describe('after downtime', () => {
  /** Off from the beginning until Thursday at 12:30, then on. */
  const missed = async (catchUp: string | null, cycle = 'R/P1D') => {
    const properties: Record<string, string> = catchUp ? { 'kartabl:catchUp': catchUp } : {}
    const player = await play(reminding(cycle, properties), { variables: { n: 0 }, calendars })
    player.now = Date.parse('2026-01-08T12:30:00Z')
    player.advanceTo('2026-01-08T12:30:00Z')
    const atOnce = player.variables.n
    player.advanceTo('2026-01-10T12:30:00Z')
    return [atOnce, player.variables.n]
  }

  test.each([
    [null, [1, 3]],
    ['once', [1, 3]],
    ['all', [3, 5]],
    ['skip', [0, 2]],
  ])('[TI6] with %s the reminders at once, and two days later, are %j', async (catchUp, expected) => {
    expect(await missed(catchUp)).toEqual(expected)
  })

  test('[TI6] turns that were left out count: three reminders are over after three days', async () => {
    expect(await missed('once', 'R3/P1D')).toEqual([1, 1])
    expect(await missed('skip', 'R3/P1D')).toEqual([0, 0])
    expect(await missed('all', 'R3/P1D')).toEqual([3, 3])
  })

  test('[TI7] a skipped turn leaves its trace', async () => {
    const player = await play(reminding('R/P1D', { 'kartabl:catchUp': 'skip' }), { variables: { n: 0 } })
    player.now = Date.parse('2026-01-08T12:30:00Z')
    const types = () => player.events.map(({ type }) => type)
    const before = types().length
    player.advanceTo('2026-01-08T12:30:00Z')
    expect(types().slice(before)).toEqual(['timerCanceled', 'timerScheduled'])
  })
})

describe('a cycle among several triggers', () => {
  const several = [{ cycle: 'R/PT1H' }, { signal: 'hurry' }]
  const drawn = (parallel: boolean) =>
    diagram('p')
      .start()
      .userTask('work')
      .end()
      .boundary('remind', 'work', { several, parallel, interrupting: false })
      .scriptTask('count', '=n + 1', 'n')
      .end('reminded')

  test('[MU1] goes on with its turns, whatever else happens', async () => {
    const player = await play(drawn(false), { variables: { n: 0 } })
    player.advanceTo('2026-01-05T10:30:00Z')
    player.signal('hurry')
    player.advanceTo('2026-01-05T11:30:00Z')
    expect(player.variables.n).toBe(4)
  })

  test('[MU2] begins anew each time all of them have happened', async () => {
    const player = await play(drawn(true), { variables: { n: 0 } })
    player.advanceTo('2026-01-05T11:30:00Z')
    player.signal('hurry')
    expect(player.variables.n).toBe(1)
    player.signal('hurry')
    player.advanceTo('2026-01-05T12:29:00Z')
    expect(player.variables.n).toBe(1)
    player.advanceTo('2026-01-05T12:30:00Z')
    expect(player.variables.n).toBe(2)
  })
})
