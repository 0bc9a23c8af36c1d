import { sampleCompletion } from './by-hand/completion.ts'
import { MariadbProcedure } from './by-hand/mariadb-procedure.ts'
import { type Comparison, compare, type Measuring } from './measuring/compare.ts'
import { costs, type Figure } from './measuring/figure.ts'
import { countRoundTrips } from './measuring/round-trips.ts'
import { type OurCompletions, ourCompletions } from './our-completions.ts'
import { temporaryMariadb } from './temporary-database.ts'

/** Connections that write side by side; on each, one command at a time. */
const FEW = 8
const MANY = 32
/** Commands in flight where they share commits. */
const TOGETHER = 64

type Contender = 'few' | 'many' | 'together' | 'procedure'

/** Goal 7: MariaDB over several connections, without and with shared commits. */
export async function lanesOnMariadb(measuring: Measuring): Promise<Figure[]> {
  const place = await temporaryMariadb('lanes')
  if (!place) {
    console.log('skipped: lanes on MariaDB. No server answers; see KARTABL_TEST_MARIADB')
    return []
  }
  const roundTrips = await roundTripsPerCommand(place.url, measuring.pace.tries)
  const few = await ourCompletions(place.url, { lanes: FEW, lines: FEW })
  const many = await ourCompletions(place.url, { lanes: MANY, lines: MANY })
  const together = await ourCompletions(place.url, { lines: TOGETHER })
  const sample = await sampleCompletion(few.running)
  const procedure = await MariadbProcedure.open(place.url, sample, FEW)
  const compared = await compare<Contender>(
    measuring,
    { few: few.all, many: many.all, together: together.all, procedure: procedure.rate },
    ['machine', 'disk'],
  )
  console.log(`lanes on MariaDB: ${compared.remark}`)
  await procedure.close()
  for (const { running } of [few, many, together]) await running.close()
  await place.remove()
  return [roundTrips, ...figures(compared)]
}

async function roundTripsPerCommand(url: string, commands: number): Promise<Figure> {
  const way = await countRoundTrips(url)
  const ours: OurCompletions = await ourCompletions(way.url, { lines: 1 })
  // What a first command asks for besides, such as keys, is not asked again.
  await ours.complete(0)
  const before = way.count()
  for (let command = 0; command < commands; command++) await ours.complete(0)
  const each = (way.count() - before) / commands
  await ours.running.close()
  await way.close()
  return costs({
    name: 'MariaDB: round trips per command',
    ours: each,
    reference: 2,
    // Keys are reserved and deployments looked for now and then; rounded they are none.
    goal: 0.99,
    unit: 'requests',
    against: 'the limit; counted on the wire',
  })
}

function figures(compared: Comparison<Contender>): Figure[] {
  const figure = (name: string, ours: Contender, reference: Contender, goal: number, against: string) => ({
    name: `MariaDB: ${name}`,
    ours: compared.rate(ours),
    reference: compared.rate(reference),
    ratio: compared.ratio(ours, reference),
    goal,
    unit: 'completions/s',
    against,
  })
  return [
    figure(`${FEW} connections`, 'few', 'procedure', 0.85, `a stored procedure on ${FEW} connections`),
    figure(`${MANY} connections`, 'many', 'few', 0.85, `ours on ${FEW}`),
    figure(
      `${TOGETHER} in flight, sharing commits`,
      'together',
      'few',
      2,
      `ours on ${FEW}, each its own commit`,
    ),
  ]
}
