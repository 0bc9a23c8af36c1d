import { openDatabase } from '../db/connection/open-database.ts'
import type { Key } from '../engine/ports/rows.ts'
import { endless } from './diagrams.ts'
import { PERSON, type Served, serve, signIn } from './http/served.ts'
import type { Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { type TemporaryDatabase, temporaryMariadb, temporarySqlite } from './temporary-database.ts'

/** Each completes its task, and then looks for what it did, while the others do the same. */
const PEOPLE = 32

/** Goal 8: whatever was acknowledged is in the very next read of inbox, history and statistics. */
export async function freshness(measuring: Measuring): Promise<Figure[]> {
  const sqlite = await freshOn('SQLite', await temporarySqlite(), measuring)
  const place = await temporaryMariadb('fresh')
  if (!place) console.log('skipped: freshness on MariaDB. No server answers; see KARTABL_TEST_MARIADB')
  return [...sqlite, ...(place ? await freshOn('MariaDB', place, measuring) : [])]
}

async function freshOn(name: string, place: TemporaryDatabase, { pace }: Measuring): Promise<Figure[]> {
  const database = await openDatabase(place.url)
  const served = await serve(database)
  const ask = asking(served, await signIn(served.port))
  const lines = await startLines(served)
  const late = { inbox: 0, history: 0, statistics: 0 }
  let left = pace.tries
  await Promise.all(
    lines.map(async (line) => {
      while (left-- > 0) await completeAndLook(ask, line, late)
    }),
  )
  await served.close()
  await database.close()
  await place.remove()
  return Object.entries(late).map(([what, missed]) => ({
    name: `freshness on ${name}: completions that the next read of the ${what} shows`,
    ours: pace.tries - missed,
    reference: pace.tries,
    ratio: (pace.tries - missed) / pace.tries,
    goal: 1,
    unit: 'completions',
    against: `all of them, ${PEOPLE} at a time over HTTP`,
  }))
}

interface Line {
  readonly instance: Key
  task: Key
  completed: number
}

/** An instance for each; its next task is known from the commit that made it. */
async function startLines({ engine }: Served): Promise<Line[]> {
  const lines = new Map<Key, Line>()
  engine.onCommit((changes) => {
    for (const { table, kind, instance, key } of changes) {
      if (table !== 'tasks' || kind !== 'inserted') continue
      const line = lines.get(instance)
      if (line) line.task = key
      else lines.set(instance, { instance, task: key, completed: 0 })
    }
  })
  const deployed = await engine.deploy([{ name: 'bench.bpmn', content: endless }], 'bench')
  if (!deployed.ok) throw new Error('the diagram was refused')
  const { key } = deployed.value.processes[0]!.row
  // Started by the person, who therefore sees its history.
  for (let line = 0; line < PEOPLE; line++)
    await engine.create({ process: { key }, variables: {} }, { by: PERSON })
  return [...lines.values()]
}

type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>

const asking =
  ({ port }: Served, token: string): Ask =>
  async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`expected an answer, got ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

/** After each acknowledged completion one kind of read comes next, in turn. */
async function completeAndLook(
  ask: Ask,
  line: Line,
  late: Record<'inbox' | 'history' | 'statistics', number>,
): Promise<void> {
  const done = line.task
  await ask('POST', `/v2/user-tasks/${done}/completion`, {})
  line.completed++
  const [inbox, history, statistics] = await Promise.all([
    inboxIsFresh(ask, done, line.task),
    historyIsFresh(ask, done),
    statisticsAreFresh(ask, line),
  ])
  if (!inbox) late.inbox++
  if (!history) late.history++
  if (!statistics) late.statistics++
}

/** The task is gone from the group's work, the one that follows is there, and they are counted so. */
async function inboxIsFresh(ask: Ask, done: Key, next: Key): Promise<boolean> {
  const page = (await ask('GET', '/api/inbox/groups?limit=50')) as { items: { key: string }[]; total: number }
  const keys = page.items.map(({ key }) => Number(key))
  return page.total === PEOPLE && keys.includes(next) && !keys.includes(done)
}

async function historyIsFresh(ask: Ask, done: Key): Promise<boolean> {
  const found = (await ask('POST', '/v2/element-instances/search', {
    filter: { elementInstanceKey: String(done) },
  })) as { items: { state: string }[] }
  return found.items[0]?.state === 'COMPLETED'
}

async function statisticsAreFresh(ask: Ask, { instance, completed }: Line): Promise<boolean> {
  const { items } = (await ask('GET', `/v2/process-instances/${instance}/statistics/element-instances`)) as {
    items: { elementId: string; active: number; completed: number }[]
  }
  const task = items.find(({ elementId }) => elementId === 'task')
  return task?.completed === completed && task.active === 1
}
