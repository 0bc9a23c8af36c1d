import { workQuery } from '../api/inbox/views.ts'
import { readWorkPage } from '../api/inbox/work-page.ts'
import { type Database, openDatabase } from '../db/connection/open-database.ts'
import type { WorkFilter } from '../db/inbox/inbox.ts'
import { countWrong } from './fill/count-wrong.ts'
import {
  DEFINITIONS,
  ELEMENTS,
  fillInbox,
  HOT,
  numbers,
  OTHERS,
  RARE,
  RARE_DEFINITION,
} from './fill/inbox-tasks.ts'
import { randomCommands } from './fill/random-commands.ts'
import type { Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { quantile } from './measuring/statistics.ts'
import { type TemporaryDatabase, temporaryMariadb, temporarySqlite } from './temporary-database.ts'

const PAGE = 50
/** Pages of a case; of as many, one percent is a number. */
const PAGES = 1_000

interface Case {
  readonly name: string
  readonly groups: readonly string[]
  readonly filter: WorkFilter | null
  /** Where the page begins: that many pages of the person's are before it. */
  readonly deep: boolean
}

const ofDefinitions = (...definitions: number[]): WorkFilter => ({
  elements: definitions.map((definition) => ({ definition, ids: null })),
  instances: [],
})

const plain = { filter: null, deep: false }
const cases: readonly Case[] = [
  { name: 'hot group', groups: [HOT], ...plain },
  { name: 'rare group', groups: [RARE], ...plain },
  { name: '10 groups', groups: [HOT, ...OTHERS.slice(0, 9)], ...plain },
  { name: 'one process of 20', groups: [HOT, ...OTHERS.slice(0, 9)], filter: ofDefinitions(3), deep: false },
  { name: 'rare process', groups: [HOT], filter: ofDefinitions(RARE_DEFINITION), deep: false },
  {
    name: 'one task of 3 processes',
    groups: [HOT],
    filter: {
      elements: DEFINITIONS.slice(0, 3).map((definition) => ({ definition, ids: [ELEMENTS[0]!] })),
      instances: [],
    },
    deep: false,
  },
  { name: 'deep in 10 groups', groups: [HOT, ...OTHERS.slice(0, 9)], filter: null, deep: true },
]

/** Goal 10: pages of the inbox with their exact totals, when very many tasks are open. */
export async function inboxPages(measuring: Measuring): Promise<Figure[]> {
  const sqlite = await pagesOn('SQLite', await temporarySqlite(), measuring, 3)
  const place = await temporaryMariadb('inbox')
  if (!place) console.log('skipped: the inbox on MariaDB. No server answers; see KARTABL_TEST_MARIADB')
  return [...sqlite, ...(place ? await pagesOn('MariaDB', place, measuring, 5) : [])]
}

async function pagesOn(
  name: string,
  place: TemporaryDatabase,
  { pace }: Measuring,
  limit: number,
): Promise<Figure[]> {
  const database = await openDatabase(place.url)
  const now = Date.now()
  await fillInbox(database.store, pace.openTasks, now)
  const figures: Figure[] = []
  // What filling has left must not be collected while pages are timed. `scripts/bench.mjs` exposes it.
  ;(globalThis as { gc?: () => void }).gc?.()
  for (const one of cases) figures.push(await pageTimes(name, database, one, now, limit))
  await randomCommands(database.store, pace.openTasks, pace.randomCommands)
  const wrong = await countWrong(database)
  await database.close()
  await place.remove()
  return [
    ...figures,
    {
      name: `inbox on ${name}: counts that are right after ${pace.randomCommands.toLocaleString('en')} random commands`,
      ours: wrong.counts - wrong.wrong,
      reference: wrong.counts,
      ratio: (wrong.counts - wrong.wrong) / wrong.counts,
      goal: 1,
      unit: 'counts',
      against: 'a recount of every task',
    },
  ]
}

async function pageTimes(
  on: string,
  { inbox }: Database,
  { name, groups, filter, deep }: Case,
  now: number,
  limit: number,
): Promise<Figure> {
  const query = workQuery('groups', { id: 'sara', groups: [...groups], timeZone: 'UTC' }, now, filter)
  const random = numbers(7)
  let cursor: string | undefined
  const times: number[] = []
  for (let page = 0; page < PAGES; page++) {
    const began = performance.now()
    const { items, next } = await readWorkPage(inbox, query, { limit: PAGE, cursor })
    // The first calls compile; they are a hundredth of all.
    if (page >= PAGES / 20) times.push(performance.now() - began)
    if (items.length === 0) throw new Error(`expected tasks in the case ${name}, got none`)
    cursor = deep ? (next ?? undefined) : undefined
    if (!deep && next && random(4) === 0) cursor = next
  }
  return costs({
    name: `inbox on ${on}: ${name}, page of ${PAGE}, p99`,
    ours: quantile(times, 0.99),
    reference: limit,
    goal: 1,
    unit: 'ms',
    against: `the limit; p50 ${quantile(times, 0.5).toPrecision(2)} ms`,
  })
}
