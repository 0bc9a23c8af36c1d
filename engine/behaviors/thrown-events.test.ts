import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

const guarded = (trigger: object) =>
  diagram('p')
    .start()
    .subProcess('sub', (d) =>
      d.start('s').userTask('work').throw('up', { escalation: 'E' }).userTask('more').end('e'),
    )
    .end()
    .boundary('caught', 'sub', trigger)
    .userTask('helped')
    .end('end2')

test('[EC1] an escalation is caught without ending what it comes from', async () => {
  const player = await play(guarded({ escalation: 'E', interrupting: false }))
  player.complete('work')
  expect(player.resting).toEqual(['helped', 'more'])
})

test('[EC1] or ends it, when the catching event interrupts', async () => {
  const player = await play(guarded({ escalation: true }))
  player.complete('work')
  expect(player.resting).toEqual(['helped'])
})

test('[EC1] nobody need catch it', async () => {
  const player = await play(guarded({ escalation: 'other' }))
  player.complete('work')
  expect(player.resting).toEqual(['more'])
})

test('[EC1] an event sub-process of the scope comes before a boundary event on it, whatever the codes', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('sub', (d) =>
      d
        .start('s')
        .throw('up', { escalation: 'E' })
        .userTask('more')
        .end('e')
        .eventSubProcess('inner', (i) =>
          i.start('any', { escalation: true, interrupting: false }).userTask('inside').end('ie'),
        ),
    )
    .end()
    .boundary('caught', 'sub', { escalation: 'E' })
    .userTask('outside')
    .end('end2')
  expect((await play(drawing)).resting).toEqual(['inside', 'more'])
})

test('[EC2] it leaves a called process for the calling activity', async () => {
  const drawing = diagram('p')
    .start()
    .callActivity('call', 'other')
    .end()
    .boundary('caught', 'call', { escalation: 'E', interrupting: false })
    .userTask('helped')
    .end('end2')
  const player = await play(drawing)
  player.give({ type: 'throwCallEscalation', key: player.find('call').key, code: 'E', variables: {} })
  expect(player.resting).toEqual(['call', 'helped'])
})

test.each([
  ['E', 'canceled', []],
  ['F', 'active', ['more']],
] as const)(
  '[EC2] escalation %s leaves an instance whose caller it interrupts, unless for this code: %s',
  async (escalation, status, resting) => {
    const drawing = diagram('p').start().throw('tell', { escalation }).userTask('more').end()
    const escalations = [
      ['F', false],
      ['', true],
    ] as const
    const parent = { instance: 99, elementInstance: 100, catches: [], escalations }
    const player = await play(drawing, { parent })
    expect([player.status, player.resting]).toEqual([status, resting])
  },
)

test('[EC2] a call fails whose called instance ended by an escalation that nobody catches any more', async () => {
  const player = await play(diagram('p').start().callActivity('call', 'other').end())
  const { key } = player.find('call')
  player.give({ type: 'throwCallEscalation', key, code: 'E', variables: {}, ends: true })
  expect(player.incidents).toEqual([expect.stringContaining('CALLED_ELEMENT_ERROR at call')])
})

const waiting = () =>
  diagram('p')
    .start()
    .parallel('fork')
    .catch('stop', { signal: 'stop' })
    .userTask('stopped')
    .end()
    .from('fork')
    .userTask('work')
    .throw('tell', { signal: 'stop' })
    .userTask('after')
    .end('end2')

test('[SG1] a signal of its own reaches an instance before the thrower goes on', async () => {
  const player = await play(waiting())
  const trace = player.after(() => player.complete('work'))
  expect(player.resting).toEqual(['after', 'stopped'])
  expect(trace.indexOf('completed stop')).toBeLessThan(trace.indexOf('activated after'))
})

test('[SG1] a signal interrupts an activity that waits for it, and stays with one that does not', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .boundary('told', 'work', { signal: 'news', interrupting: false })
    .userTask('read')
    .end('end2')
  const player = await play(drawing)
  player.signal('news', { what: 'rain' })
  player.signal('news')
  expect([player.resting, player.variables.what]).toEqual([['read', 'read', 'work'], 'rain'])
})

test('[LK1] a link leads on within its scope', async () => {
  const drawing = diagram('p')
    .start()
    .subProcess('sub', (d) =>
      d.start('s').throw('out', { link: 'L' }).beside().catch('in', { link: 'L' }).userTask('there').end('e'),
    )
    .end()
  const player = await play(drawing)
  expect(player.resting).toEqual(['there'])
  player.complete('there')
  expect(player.status).toBe('completed')
})

test('[CE1] a condition that holds at once happens at once', async () => {
  const drawing = diagram('p').start().catch('enough', { condition: '=amount > 10' }).userTask('after').end()
  expect((await play(drawing, { variables: { amount: 20 } })).resting).toEqual(['after'])
})

test('[CE1] [CE2] it happens by becoming true, and again only after it was not', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .boundary('enough', 'work', { condition: '=amount > 10', interrupting: false })
    .userTask('look')
    .end('end2')
  const player = await play(drawing)
  expect(player.resting).toEqual(['work'])
  player.setVariables({ amount: 20 })
  player.setVariables({ amount: 30 })
  expect(player.resting).toEqual(['look', 'work'])
  player.setVariables({ amount: 1 })
  player.setVariables({ amount: 11 })
  expect(player.resting).toEqual(['look', 'look', 'work'])
})

test('[CE1] a condition of an event sub-process that holds at the start comes before the first token', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .eventSubProcess('e', (d) => d.start('s', { condition: '=bad' }).userTask('instead').end('x'))
  const player = await play(drawing, { variables: { bad: true } })
  expect(player.resting).toEqual(['instead'])
})

test('[CE4] one that is true between two elements only has become true', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .scriptTask('raise', '=20', 'amount')
    .scriptTask('lower', '=0', 'amount')
    .userTask('more')
    .end()
    .eventSubProcess('e', (d) =>
      d.start('s', { condition: '=amount > 10', interrupting: false }).userTask('look').end('x'),
    )
  const player = await play(drawing, { variables: { amount: 0 } })
  player.complete('work')
  expect([player.resting, player.variables.amount]).toEqual([['look', 'more'], 0])
})

test('[CE4] what a command brings is looked at before it goes on', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .scriptTask('lower', '=0', 'amount')
    .userTask('more')
    .end()
    .eventSubProcess('e', (d) => d.start('s', { condition: '=amount > 10' }).userTask('look').end('x'))
  const player = await play(drawing)
  player.complete('work', { amount: 20 })
  expect(player.resting).toEqual(['look'])
})

test('[MU1] any of several triggers is enough, and the others are no longer waited for', async () => {
  const several = [{ message: 'm', key: '="k"' }, { signal: 's' }]
  const drawing = diagram('p').start().catch('one', { several }).userTask('after').end()
  const player = await play(drawing)
  player.signal('s')
  expect(player.resting).toEqual(['after'])
  expect(() => player.message('m')).toThrow('nobody waits')
})

test('[MU2] all of them are needed when the event says so, and what they brought is kept', async () => {
  const several = [{ message: 'm', key: '="k"' }, { duration: 'PT1H' }, { signal: 's' }]
  const drawing = diagram('p').start().catch('all', { several, parallel: true }).userTask('after').end()
  const player = await play(drawing)
  player.message('m', { a: 1 })
  player.advanceTo('2026-01-05T10:00:00Z')
  expect(player.resting).toEqual(['all'])
  player.signal('s', { b: 2 })
  expect([player.resting, player.variables]).toEqual([['after'], { a: 1, b: 2 }])
})

test('[MU2] a non-interrupting one waits for all of them again', async () => {
  const several = [{ message: 'm', key: '="k"' }, { signal: 's' }]
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .boundary('all', 'work', { several, parallel: true, interrupting: false })
    .userTask('extra')
    .end('end2')
  const player = await play(drawing)
  for (let round = 0; round < 2; round++) {
    player.signal('s')
    player.message('m')
  }
  expect(player.resting).toEqual(['extra', 'extra', 'work'])
})

test('[MU2] a start event begins with the first and waits for the rest', async () => {
  const several = [
    { message: 'm', key: '=order' },
    { message: 'n', key: '=order' },
  ]
  const drawing = diagram('p').start('all', { several, parallel: true }).userTask('after').end()
  const player = await play(drawing, { startAt: ['all'], brought: { order: 'o1' }, part: 0 })
  expect(player.resting).toEqual(['all'])
  player.message('n', { more: true })
  expect([player.resting, player.variables]).toEqual([['after'], { order: 'o1', more: true }])
})

test('[MU3] several definitions of a throwing event are done in order', async () => {
  const drawing = diagram('p')
    .start()
    .throw('both', { several: [{ signal: 'a' }, { signal: 'b' }] })
    .end()
  const player = await play(drawing)
  expect(player.trace.filter((line) => line.startsWith('signal'))).toEqual([
    'signal a from both',
    'signal b from both',
  ])
})

test('[BE1] a timer cycle at an interrupting event fires once', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('work')
    .end()
    .boundary('late', 'work', { cycle: 'R/PT1H' })
    .userTask('after')
    .end('e')
  const player = await play(drawing)
  player.advanceTo('2026-01-05T12:00:00Z')
  expect(player.resting).toEqual(['after'])
})
