import { type Completion, sampleCompletion } from './by-hand/completion.ts'
import { SqliteCompletions } from './by-hand/sqlite-completions.ts'
import { endless } from './diagrams.ts'
import { engineOn } from './engine-on.ts'
import { type Comparison, compare, type Measuring } from './measuring/compare.ts'
import type { Figure } from './measuring/figure.ts'
import { ourCompletions } from './our-completions.ts'
import { PeerOnSqlite } from './peers/bpmn-engine-on-sqlite.ts'
import { temporarySqlite } from './temporary-database.ts'

type Contender = 'ours' | 'ours16' | 'byHand' | 'byHand16' | 'peer'

/** Goal 5: completions per second that are on the disk when they are answered, on SQLite with synchronous = FULL. */
export async function durableOnSqlite(measuring: Measuring): Promise<Figure[]> {
  const files = await Promise.all([temporarySqlite(), temporarySqlite(), temporarySqlite()])
  const [ourFile, handFile, peerFile] = files as [Files[0], Files[0], Files[0]] // as many as asked for
  const ours = await ourCompletions(ourFile.url)
  const byHand = new SqliteCompletions(handFile.path, await preparedFile(handFile.url))
  const peer = await PeerOnSqlite.open(peerFile.path, endless)
  const compared = await compare<Contender>(
    measuring,
    { ours: ours.one, ours16: ours.all, byHand: byHand.one, byHand16: byHand.sixteen, peer: peer.one },
    ['machine', 'disk'],
  )
  console.log(`durable on SQLite: ${compared.remark}`)
  await ours.running.close()
  byHand.close()
  peer.close()
  for (const file of files) await file.remove()
  return figures(compared)
}

type Files = Awaited<ReturnType<typeof temporarySqlite>>[]

/** Lets a store make the tables, and the engine a completion to copy. */
async function preparedFile(url: string): Promise<Completion> {
  const running = await engineOn(url, endless)
  const sample = await sampleCompletion(running)
  await running.close()
  return sample
}

const figures = (compared: Comparison<Contender>): Figure[] => {
  const figure = (
    name: string,
    ours: Contender,
    reference: Contender,
    goal: number | null,
    against: string,
  ) => ({
    name: `durable on SQLite: ${name}`,
    ours: compared.rate(ours),
    reference: compared.rate(reference),
    ratio: compared.ratio(ours, reference),
    goal,
    unit: 'completions/s',
    against,
  })
  return [
    figure('one at a time', 'ours', 'byHand', 0.7, 'the same SQL by hand'),
    figure('16 in flight', 'ours16', 'byHand16', 0.7, 'the same SQL by hand, 16 per transaction'),
    figure('one at a time, against bpmn-engine', 'ours', 'peer', null, 'bpmn-engine getState/recover'),
    figure(
      '16 in flight, against bpmn-engine',
      'ours16',
      'peer',
      null,
      'bpmn-engine getState/recover, one at a time',
    ),
  ]
}
