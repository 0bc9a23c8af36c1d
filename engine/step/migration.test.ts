import type { Diagram } from '../testing/diagram.ts'
import { diagram } from '../testing/diagram.ts'
import { compileOne, type Player, type PlayOptions, play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

const HOUR = 'PT1H'

/** Plays the first version and migrates to the second; the rejection's code, or null. */
async function migrated(
  from: Diagram,
  to: Diagram,
  {
    mapping = {},
    before = () => {},
    ...options
  }: PlayOptions & {
    readonly mapping?: Readonly<Record<string, string>>
    readonly before?: (player: Player) => void
  } = {},
) {
  const player = await play(from, options)
  before(player)
  return { player, refused: player.migrate(await compileOne(to), mapping) }
}

const simple = (task: string) => diagram('p').start().userTask(task).end()

test('[MG1] an instance goes on by the other version where it stands', async () => {
  const to = diagram('p').start().task('new-first').userTask('approve').userTask('check').end()
  const { player, refused } = await migrated(simple('approve'), to, { variables: { amount: 5 } })
  expect(refused).toBeNull()
  player.complete('approve')
  expect([player.resting, player.variables, player.state.definition]).toEqual([['check'], { amount: 5 }, 2])
  player.complete('check')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MG2] what is active and is called otherwise in the other version needs a mapping', async () => {
  const { refused } = await migrated(simple('approve'), simple('decide'))
  expect(refused).toBe('migration_needs_mapping')
  const mapping = { approve: 'decide' }
  const { player, refused: mapped } = await migrated(simple('approve'), simple('decide'), { mapping })
  expect(mapped).toBeNull()
  player.complete('decide')
  expect(player.status).toBe('completed')
})

const multi = (sequential: boolean) =>
  diagram('p')
    .start()
    .userTask('approve', { multiInstance: { inputCollection: '=[1, 2]', sequential } })
    .end()
const nested = diagram('p')
  .start()
  .subProcess('around', (inside) => inside.start('s').userTask('approve').end('e'))
  .end()
const catching = (options: object) => diagram('p').start().catch('wait', options).end()
const joining = (id: string) =>
  diagram('p')
    .start()
    .parallel('fork')
    .userTask('left')
    .parallel(id)
    .end()
    .from('fork')
    .userTask('right')
    .to(id)

test.each([
  [
    'an element of another type',
    simple('approve'),
    diagram('p').start().serviceTask('approve', 'x').end(),
    {},
  ],
  ['no element of its kind', simple('approve'), diagram('p').start().end(), {}],
  [
    'a type that a mapping does not change',
    simple('approve'),
    diagram('p').start().serviceTask('do', 'x').end(),
    { approve: 'do' },
  ],
  ['a multi-instance', simple('approve'), multi(false), {}],
  ['items one after another', multi(false), multi(true), {}],
  ['another scope', simple('approve'), nested, {}],
  ['another trigger', catching({ duration: HOUR }), catching({ message: 'm', key: '="1"' }), {}],
])('[MG2] an active element does not become %s', async (_what, from, to, mapping) => {
  const { player, refused } = await migrated(from, to, { mapping })
  expect(refused).toBe('migration_not_possible')
  expect([player.state.definition, player.events.at(-1)!.type]).not.toContain('instanceMigrated')
})

test('[MG2] a mapping names elements that are there', async () => {
  const mapping = { nobody: 'approve' }
  const { refused } = await migrated(simple('approve'), simple('approve'), { mapping })
  expect(refused).toBe('element_not_found')
})

test('[MG2] tokens at a join wait on at the join of the other version, by the flow that corresponds', async () => {
  const before = (player: Player) => player.complete('left')
  const { player, refused } = await migrated(joining('join'), joining('meet'), {
    before,
    mapping: { join: 'meet' },
  })
  expect(refused).toBeNull()
  player.complete('right')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MG2] a token whose flow is no more needs one to be named', async () => {
  const before = (player: Player) => player.complete('left')
  const longer = diagram('p')
    .start()
    .parallel('fork')
    .userTask('left')
    .userTask('more')
    .parallel('join')
    .end()
    .from('fork')
    .userTask('right')
    .to('join')
  expect((await migrated(joining('join'), longer, { before })).refused).toBe('migration_needs_mapping')
  const mapping = { 'left-join': 'more-join' }
  const { player, refused } = await migrated(joining('join'), longer, { before, mapping })
  expect(refused).toBeNull()
  player.complete('right')
  expect(player.status).toBe('completed')
})

const withBoundary = (id: string, options: object, task = 'approve') =>
  diagram('p').start().userTask(task).end().boundary(id, task, options).userTask('chase').end('chased')

test('[MG3] a wait stays as it is where its event is at the same place, though its time is another', async () => {
  const from = withBoundary('late', { duration: 'PT1H' })
  const to = withBoundary('late', { duration: 'P9D' })
  const { player } = await migrated(from, to)
  player.advanceTo('2026-01-05T09:00:00Z')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['chase'], []])
})

test('[MG3] a wait ends whose event the other version lacks, and a new event is waited for', async () => {
  const from = withBoundary('late', { duration: 'PT1H' })
  const to = withBoundary('reminded', { message: 'hurry', key: '="7"' })
  const { player } = await migrated(from, to)
  player.advanceTo('2026-01-05T20:00:00Z')
  expect(player.resting).toEqual(['approve'])
  player.message('hurry')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['chase'], []])
})

test('[MG3] an event that has happened does not begin anew', async () => {
  const once = withBoundary('late', { duration: 'PT1H', interrupting: false })
  const before = (player: Player) => player.advanceTo('2026-01-05T10:00:00Z')
  const { player } = await migrated(once, once, { before })
  player.advanceTo('2026-01-06T20:00:00Z')
  expect(player.resting).toEqual(['approve', 'chase'])
})

test('[MG3] a boundary event that is mapped goes on waiting under its new name', async () => {
  const mapping = { approve: 'decide', late: 'overdue' }
  const { player } = await migrated(
    withBoundary('late', { duration: 'PT1H' }),
    withBoundary('overdue', { duration: 'P9D' }, 'decide'),
    { mapping },
  )
  player.advanceTo('2026-01-05T09:00:00Z')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['chase'], []])
})

const alarm = (name: string, interrupting: boolean) =>
  simple('approve').eventSubProcess(name, (inside) =>
    inside
      .start(`${name}-begun`, { message: name, key: '="1"', interrupting })
      .userTask(`${name}-look`)
      .end(`${name}-seen`),
  )

test('[MG3] event sub-processes that are new in a scope are armed, unless one has interrupted it', async () => {
  const both = alarm('fire', true).eventSubProcess('flood', (inside) =>
    inside.start('flood-begun', { message: 'flood', key: '="1"' }).userTask('flood-look').end('flood-seen'),
  )
  const { player } = await migrated(alarm('fire', true), both)
  player.message('flood')
  expect(player.resting).toEqual(['flood-look'])
  const interrupted = await migrated(alarm('fire', true), both, { before: (one) => one.message('fire') })
  expect(interrupted.refused).toBeNull()
  expect(() => interrupted.player.message('flood')).toThrow()
})

test('[MG3] [ES4] or its flow has ended', async () => {
  const before = (one: Player) => {
    one.message('fire')
    one.complete('approve')
  }
  const flooded = alarm('fire', false).eventSubProcess('flood', (inside) =>
    inside.start('flood-begun', { message: 'flood', key: '="1"' }).userTask('flood-look').end('flood-seen'),
  )
  const { player, refused } = await migrated(alarm('fire', false), flooded, { before })
  expect(refused).toBeNull()
  expect(() => player.message('flood')).toThrow()
  player.complete('fire-look')
  expect(player.status).toBe('completed')
})

test('[MG3] an expression of a new event that fails refuses the migration', async () => {
  const to = withBoundary('late', { duration: '=missing' })
  const { player, refused } = await migrated(simple('approve'), to)
  expect([refused, player.resting, player.state.definition]).toEqual([
    'migration_not_possible',
    ['approve'],
    1,
  ])
})

test('[MG4] every item of a multi-instance goes on, and the whole ends when all have', async () => {
  const to = multi(false).eventSubProcess('e', (inside) =>
    inside.start('es', { message: 'm', key: '="1"' }).end('ee'),
  )
  const { player, refused } = await migrated(multi(false), to, { before: (one) => one.complete('approve#1') })
  expect(refused).toBeNull()
  player.complete('approve#2')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MG4] an incident goes along and is resolved in the other version', async () => {
  const broken = diagram('p').start().userTask('approve', { assignee: '=5' }).end()
  const { player } = await migrated(broken, simple('approve'))
  player.resolve('approve')
  player.complete('approve')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MG4] a suspended instance stays suspended', async () => {
  const { player } = await migrated(simple('approve'), simple('approve'), { before: (one) => one.suspend() })
  expect(player.state.suspended).toBe(true)
  player.resume()
  player.complete('approve')
  expect(player.status).toBe('completed')
})

test('[MG3] an event-based gateway goes on waiting for its events, and for those that are new', async () => {
  const race = (more: boolean) => {
    const drawn = diagram('p')
      .start()
      .element('eventBasedGateway', 'race')
      .catch('hour', { duration: 'PT1H' })
      .end('over')
      .from('race')
      .catch('answer', { message: 'answer', key: '="7"' })
      .end('answered')
    return more
      ? drawn.from('race').catch('no', { message: 'no', key: '="7"' }).userTask('sad').end('e3')
      : drawn
  }
  const { player, refused } = await migrated(race(false), race(true))
  expect([refused, player.find('race').waits.map(({ kind }) => kind)]).toEqual([
    null,
    ['timer', 'message', 'message'],
  ])
  player.message('no')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['sad'], []])
})

const undoing = (handler: string) =>
  diagram('p')
    .start()
    .userTask('book')
    .userTask('pay')
    .element('intermediateThrowEvent', 'undo', { xml: '<bpmn:compensateEventDefinition id="c2"/>' })
    .end()
    .xml(
      handler === ''
        ? ''
        : `<bpmn:boundaryEvent id="unbook" attachedToRef="book"><bpmn:compensateEventDefinition id="c1"/></bpmn:boundaryEvent>` +
            `<bpmn:userTask id="${handler}" isForCompensation="true"/>` +
            `<bpmn:association id="a" sourceRef="unbook" targetRef="${handler}"/>`,
    )

test('[MG2] what was completed and may be undone is undone by the handler of the other version', async () => {
  const before = (player: Player) => player.complete('book')
  const { player, refused } = await migrated(undoing('cancel'), undoing('cancel-anew'), { before })
  expect(refused).toBeNull()
  player.complete('pay')
  expect(player.resting).toContain('cancel-anew')
  player.complete('cancel-anew')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
  expect((await migrated(undoing('cancel'), undoing(''), { before })).refused).toBe('migration_not_possible')
})
