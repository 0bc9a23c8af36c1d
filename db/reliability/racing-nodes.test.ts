import type { Key } from '../../engine/ports/rows.ts'
import type { Command } from '../../engine/state/command.ts'
import { diagram } from '../../engine/testing/diagram.ts'
import { SeededRandom } from '../demo/seeded-random.ts'
import { temporaryFile } from '../stores/testing/database-under-test.ts'
import { describeWithMariadb, temporaryMysql } from '../stores/testing/mariadb-for-tests.ts'
import { buildProgram } from './build-program.ts'
import { counts, patience, seed } from './counts.ts'
import { deploy, type Node, openNode } from './open-node.ts'
import { GROUP } from './order-process.ts'
import { Racer } from './racer.ts'
import type { Answered } from './racing-node.ts'
import { unsound } from './unsound.ts'

const candidateGroups = GROUP

/** A task that an hour takes away; then another one, by either way. */
const process1 = diagram('race')
  .start()
  .userTask('first', { candidateGroups })
  .userTask('second', { candidateGroups })
  .end()
  .boundary('late', 'first', { duration: 'PT1H' })
  .userTask('escalated', { candidateGroups })
  .end('end2')
  .toXml()

interface Target {
  readonly instance: Key
  readonly task: Key
  readonly timer: Key
}

type Kind = (target: Target) => readonly [Command, Command]

const complete = ({ task: key }: Target): Command => ({
  type: 'completeTask',
  key,
  variables: {},
  outcome: null,
})
const claim = ({ task: key }: Target, assignee: string): Command => ({
  type: 'assignTask',
  key,
  assignee,
  expected: null,
})
const fire = ({ task: key, timer }: Target): Command => ({ type: 'fireTimer', key, timer })

const kinds: readonly [name: string, commands: Kind, refusals: readonly string[]][] = [
  ['complete and complete', (at) => [complete(at), complete(at)], ['task_not_found']],
  ['claim and claim', (at) => [claim(at, 'node0'), claim(at, 'node1')], ['task_already_assigned']],
  ['complete and timer', (at) => [complete(at), fire(at)], ['task_not_found', 'timer_not_found']],
]

let program = ''
beforeAll(async () => {
  program = await buildProgram(new URL('racing-node.ts', import.meta.url))
  console.log(`races with KARTABL_SEED=${seed}`)
})

describe('two nodes on SQLite', () => raceSafely(() => temporaryFile()))
describeWithMariadb('two nodes on MariaDB', () => raceSafely(async () => temporaryMysql()))

function raceSafely(makePlace: () => Promise<{ url: string; remove(): Promise<void> }>): void {
  const closing: (() => Promise<void>)[] = []
  let judge: Node
  let racers: readonly [Racer, Racer]
  beforeAll(async () => {
    const place = await makePlace()
    closing.push(place.remove)
    judge = await openNode(place.url)
    closing.unshift(judge.close)
    await deploy(judge, process1)
    racers = [await Racer.start(program, place.url), await Racer.start(program, place.url)]
    closing.unshift(async () => void (await Promise.all(racers.map((racer) => racer.stop()))))
  }, patience)
  afterAll(async () => {
    for (const close of closing) await close()
  })

  test.each(kinds)(
    '[R4] %s: one wins, the other is told, nothing breaks',
    async (_name, commands, refusals) => {
      const random = new SeededRandom(seed)
      const wins = [0, 0]
      for (let race = 0; race < counts.races / kinds.length; race++) {
        const target = await newTarget(judge)
        const answers = await run(racers, target, commands(target), random)
        const winner = answers.findIndex((answer) => 'won' in answer)
        wins[winner]!++
        expect(answers.filter((answer) => 'won' in answer)).toHaveLength(1)
        expect(refusals).toContain((answers[1 - winner] as { refused?: string }).refused)
        await expectOneEffect(judge, target)
      }
      console.log(`wins: ${wins.join(' to ')}`)
    },
    patience,
  )
}

async function newTarget({ engine, database: { store } }: Node): Promise<Target> {
  const started = await engine.create({ process: { id: 'race' }, variables: {} }, { by: 'judge' })
  if (!started.ok) throw new Error(started.error.message)
  const where = [{ column: 'instance', is: '=', value: started.value.key }] as const
  const [task] = await store.find('tasks', { where })
  const [timer] = await store.find('timers', { where })
  return { instance: started.value.key, task: task!.key, timer: timer!.key }
}

const LONGEST_DELAY_MS = 2

const run = (
  racers: readonly [Racer, Racer],
  { instance }: Target,
  commands: readonly [Command, Command],
  random: SeededRandom,
): Promise<Answered[]> =>
  Promise.all(
    racers.map((racer, at) =>
      racer.ask({
        instance,
        command: commands[at]!,
        by: `node${at}`,
        delay: random.between(0, LONGEST_DELAY_MS),
      }),
    ),
  )

/** One command after the start, one open task, and everything that is stored agrees. */
async function expectOneEffect({ database: { store } }: Node, { instance }: Target): Promise<void> {
  const row = (await store.get('instances', instance))!
  expect(row.revision).toBe(2)
  expect(await unsound(store, row)).toEqual([])
  const open = await store.count('tasks', [
    { column: 'instance', is: '=', value: instance },
    { column: 'state', is: '=', value: 'CREATED' },
  ])
  expect(open).toBe(1)
}
