import { sampleCompletion } from './by-hand/completion.ts'
import { MariadbCompletions } from './by-hand/mariadb-completions.ts'
import { type Comparison, compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { ourCompletions } from './our-completions.ts'
import { temporaryMariadb } from './temporary-database.ts'

type Contender = 'ours' | 'ours16' | 'byHand' | 'byHand16'

/** Goal 5 on MariaDB, where a server answers: the same completions, the same SQL by hand. */
export async function durableOnMariadb(measuring: Measuring): Promise<Figure[]> {
  const place = await temporaryMariadb('durable')
  if (!place) {
    console.log(
      'skipped: MariaDB. No server answers; set KARTABL_TEST_MARIADB=mysql://user:password@host:3306',
    )
    return []
  }
  const ours = await ourCompletions(place.url)
  const byHand = await MariadbCompletions.open(place.url, await sampleCompletion(ours.running))
  const compared = await compare<Contender>(
    measuring,
    { ours: ours.one, ours16: ours.all, byHand: byHand.one, byHand16: byHand.sixteen },
    ['machine', 'disk'],
  )
  console.log(`durable on MariaDB: ${compared.remark}`)
  await byHand.close()
  await ours.running.close()
  await place.remove()
  return figures(compared)
}

const figures = (compared: Comparison<Contender>): Figure[] => {
  const figure = (name: string, ours: Contender, reference: Contender, against: string) => ({
    name: `durable on MariaDB: ${name}`,
    ours: compared.rate(ours),
    reference: compared.rate(reference),
    ratio: compared.ratio(ours, reference),
    goal: null,
    unit: 'completions/s',
    against,
  })
  return [
    figure('one at a time', 'ours', 'byHand', 'the same SQL by hand in two round trips'),
    figure('16 in flight', 'ours16', 'byHand16', 'the same SQL by hand in bulk, 16 per transaction'),
    figure('16 in flight, against one at a time', 'ours16', 'ours', 'ours without batching'),
  ]
}
