import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { durableOnMariadb } from './durable-mariadb.ts'
import { durableOnSqlite } from './durable-sqlite.ts'
import { durableStepCost } from './durable-step.ts'
import { feelBound } from './feel-bound.ts'
import { folding } from './folding.ts'
import { freshness } from './freshness.ts'
import { inMemory } from './in-memory.ts'
import { inboxPages } from './inbox.ts'
import { largeDiagrams } from './large-diagrams.ts'
import { largeInstances } from './large-instance.ts'
import { lanesOnMariadb } from './mariadb-lanes.ts'
import type { Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { FULL_PACE, QUICK_PACE } from './measuring/pace.ts'
import { Probe } from './measuring/probe.ts'
import { table } from './measuring/report.ts'
import { millionWaiting } from './million.ts'
import { overHttp } from './over-http.ts'
import { stateSize } from './state-size.ts'
import { BENCH_FOLDER } from './temporary-database.ts'
import { waitingInstances } from './waiting-instances.ts'
import { whoAmI } from './who-am-i.ts'

/** By the name that `--only` takes. */
const benchmarks: Readonly<Record<string, (measuring: Measuring) => Promise<Figure[]>>> = {
  memory: inMemory,
  step: durableStepCost,
  size: stateSize,
  feel: feelBound,
  diagrams: largeDiagrams,
  sqlite: durableOnSqlite,
  mariadb: durableOnMariadb,
  large: largeInstances,
  lanes: lanesOnMariadb,
  http: overHttp,
  me: whoAmI,
  fresh: freshness,
  fold: folding,
  inbox: inboxPages,
  waiting: waitingInstances,
  million: millionWaiting,
}

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
})

mkdirSync(BENCH_FOLDER, { recursive: true })
const probe = new Probe(BENCH_FOLDER)
const pace = values.quick ? QUICK_PACE : FULL_PACE
if (values.quick) console.log('quick: these figures show that everything runs and are not for quoting')
const figures: Figure[] = []
for (const name of values.only ?? Object.keys(benchmarks)) {
  const benchmark = benchmarks[name]
  if (!benchmark)
    throw new Error(`expected --only as one of ${Object.keys(benchmarks).join(', ')}, got ${name}`)
  figures.push(...(await benchmark({ pace, probe })))
}
probe.close()
console.log(`\n${table(figures)}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
