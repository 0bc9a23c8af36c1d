import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

const split = () =>
  diagram('p')
    .start()
    .inclusive('split')
    .from('split', { when: '=a' })
    .userTask('A')
    .from('split', { when: '=b' })
    .userTask('B')
    .from('split', { isDefault: true })
    .userTask('C')

const joined = () =>
  split().from('A').inclusive('join').userTask('after').end().from('B').to('join').from('C').to('join')

test.each([
  [{ a: true, b: true }, ['A', 'B']],
  [{ a: true, b: false }, ['A']],
  [{ a: false, b: false }, ['C']],
])(
  '[IG2] with %j an inclusive gateway takes every flow whose condition holds, else the default',
  async (variables, expected) => {
    expect((await play(joined(), { variables })).resting).toEqual(expected)
  },
)

test('[IG2] nothing to take is an incident', async () => {
  const drawing = diagram('p')
    .start()
    .inclusive('g')
    .from('g', { when: '=a' })
    .end('x')
    .from('g', { when: '=b' })
    .end('y')
  const player = await play(drawing, { variables: { a: false, b: false } })
  expect(player.incidents).toEqual([expect.stringContaining('CONDITION_ERROR at g')])
})

test('[IG1] an inclusive join waits for the tokens that were sent, and for no other', async () => {
  const player = await play(joined(), { variables: { a: true, b: true } })
  player.complete('B')
  expect(player.resting).toEqual(['A'])
  player.complete('A')
  expect(player.resting).toEqual(['after'])
  const one = await play(joined(), { variables: { a: true, b: false } })
  one.complete('A')
  expect(one.resting).toEqual(['after'])
})

test('[IG1] inside a loop a token that could only come again through the gateway itself is not waited for', async () => {
  const drawing = diagram('p')
    .start()
    .inclusive('join')
    .userTask('work')
    .exclusive('again')
    .from('again', { when: '=more' })
    .to('join')
    .from('again', { isDefault: true })
    .end()
  const player = await play(drawing, { variables: { more: true } })
  player.complete('work')
  expect(player.resting).toEqual(['work'])
  player.complete('work', { more: false })
  expect(player.status).toBe('completed')
})

test('[IG1] a token inside a sub-process beside it is waited for, and one that may leave by a boundary event', async () => {
  const drawing = diagram('p')
    .start()
    .parallel('fork')
    .userTask('A')
    .inclusive('join')
    .userTask('after')
    .end()
    .from('fork')
    .subProcess('sub', (d) => d.start('s').userTask('B').end('e'))
    .end('other')
    .boundary('late', 'sub', { duration: 'PT1H' })
    .to('join')
  const player = await play(drawing)
  player.complete('A')
  expect(player.resting).toEqual(['B'])
  player.complete('B')
  expect(player.resting).toEqual(['after'])
})

test('[IG1] when the last token it waits for is interrupted elsewhere, it goes on', async () => {
  const drawing = diagram('p')
    .start()
    .parallel('fork')
    .userTask('A')
    .inclusive('join')
    .userTask('after')
    .end()
    .from('fork')
    .userTask('B')
    .to('join')
    .boundary('late', 'B', { duration: 'PT1H' })
    .end('gone')
  const player = await play(drawing)
  player.complete('A')
  player.advanceTo('2026-01-05T10:00:00Z')
  expect(player.resting).toEqual(['after'])
})

test('[IG1] what a boundary event adds beside its activity is no way of the activity’s own token', async () => {
  const drawing = diagram('p')
    .start()
    .userTask('A')
    .inclusive('join')
    .userTask('after')
    .end()
    .boundary('asked', 'A', { signal: 'asked', interrupting: false })
    .userTask('B')
    .to('join')
  const player = await play(drawing)
  player.signal('asked')
  player.complete('B')
  expect(player.resting).toEqual(['A'])
  player.complete('A')
  expect(player.resting).toEqual(['after'])
})

test('[IG1] a boundary event that adds nothing any more is not waited for', async () => {
  const drawing = diagram('p')
    .start()
    .parallel('fork')
    .userTask('A')
    .end('aside')
    .boundary('late', 'A', { duration: 'PT1H', interrupting: false })
    .userTask('B')
    .inclusive('join')
    .userTask('after')
    .end()
    .from('fork')
    .userTask('C')
    .to('join')
  const player = await play(drawing)
  player.complete('C')
  expect(player.resting).toEqual(['A'])
  player.advanceTo('2026-01-05T10:00:00Z')
  player.complete('B')
  expect(player.resting).toEqual(['A', 'after'])
})

test('[TQ1] an activity is activated once for its start quantity, and sends its completion quantity', async () => {
  const drawing = diagram('p')
    .start()
    .task('many', { attributes: { completionQuantity: '4' } })
    .userTask('pair', { attributes: { startQuantity: '2' } })
    .end()
  const player = await play(drawing)
  expect(player.resting).toEqual(['pair', 'pair'])
})

test('[PG3] conditions after a parallel gateway are not read', async () => {
  const drawing = diagram('p')
    .start()
    .parallel('g')
    .from('g', { when: '=false' })
    .userTask('A')
    .from('g')
    .userTask('B')
  expect((await play(drawing)).resting).toEqual(['A', 'B'])
})

const events = (gateway = {}) =>
  diagram('p')
    .eventBased('g', gateway)
    .catch('paid', { message: 'paid', key: '=order' })
    .userTask('ship')
    .end()
    .from('g')
    .catch('late', { duration: 'P1D' })
    .userTask('remind')
    .end('end2')

test('[EG1] the first event decides, and what it brought is there', async () => {
  const drawing = diagram('q')
    .start()
    .eventBased('g')
    .catch('paid', { message: 'paid', key: '=order' })
    .userTask('ship')
    .end()
    .from('g')
    .catch('late', { duration: 'P1D' })
    .userTask('remind')
    .end('end2')
  const player = await play(drawing, { variables: { order: 'o1' } })
  expect(player.resting).toEqual(['g'])
  player.message('paid', { amount: 5 })
  expect([player.resting, player.variables.amount]).toEqual([['ship'], 5])
  const other = await play(drawing, { variables: { order: 'o1' } })
  other.advanceTo('2026-01-06T09:00:00Z')
  expect(other.resting).toEqual(['remind'])
  expect(() => other.message('paid')).toThrow('nobody waits')
})

test('[EG2] a gateway that begins instances is passed by the event that began', async () => {
  const begins = { attributes: { instantiate: 'true' } }
  const player = await play(events(begins), { startAt: ['paid'], brought: { order: 'o1' }, part: 0 })
  expect(player.resting).toEqual(['ship'])
})

test('[EG2] one that needs all of its events waits for the others in the same instance', async () => {
  const drawing = diagram('p')
    .eventBased('g', { attributes: { instantiate: 'true', eventGatewayType: 'Parallel' } })
    .catch('paid', { message: 'paid', key: '=order' })
    .parallel('join')
    .userTask('ship')
    .end()
    .from('g')
    .catch('signed', { message: 'signed', key: '=order' })
    .to('join')
  const player = await play(drawing, { startAt: ['paid'], brought: { order: 'o1' }, part: 0 })
  expect(player.resting).toEqual(['g'])
  player.message('signed')
  expect(player.resting).toEqual(['ship'])
})

test('[CI2] without a start event everything that no flow leads to begins', async () => {
  const drawing = diagram('p').userTask('A').end().beside().userTask('B').to('end')
  expect((await play(drawing)).resting).toEqual(['A', 'B'])
})

test.each(['subProcess', 'transaction'] as const)(
  '[CI2] a %s that holds nothing but an end event begins with that',
  async (kind) => {
    const drawing = diagram('p')
      .start()
      [kind]('S', (d) => d.end('failed', { error: 'E' }))
      .userTask('after')
      .end()
      .boundary('caught', 'S', { error: 'E' })
      .userTask('repair')
      .end('end2')
    expect((await play(drawing)).resting).toEqual(['repair'])
  },
)

test('[CI2] beside the flow neither links that catch, nor what undoes, nor event sub-processes begin', async () => {
  const drawing = diagram('p')
    .userTask('A')
    .compensatedBy('A', 'undoA')
    .throw('on', { link: 'here' })
    .beside()
    .catch('here', { link: 'here' })
    .userTask('B')
    .end()
    .eventSubProcess('x', (h) => h.start('hs', { signal: 'help' }).userTask('C').end('he'))
    .beside()
    .end('told', { signal: 'done' })
  const player = await play(drawing)
  expect(player.resting).toEqual(['A'])
  expect(player.trace.filter((line) => line.includes('told'))).not.toEqual([])
})

test('[CI2] of several none start events one is named', async () => {
  const drawing = diagram('p').start('one').userTask('A').end().start('two').userTask('B').to('end')
  await expect(play(drawing)).rejects.toThrow('start_event_ambiguous')
  expect((await play(drawing, { startAt: ['two'] })).resting).toEqual(['B'])
})
