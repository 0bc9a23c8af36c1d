import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

const routed = diagram('p')
  .start()
  .exclusive('big')
  .from('big', { when: '=amount > 100' })
  .userTask('approve')
  .end()
  .from('big', { when: '=amount > 10' })
  .userTask('note')
  .end('end2')
  .from('big', { isDefault: true })
  .userTask('pass')
  .end('end3')

test.each([
  [1000, 'approve'],
  [50, 'note'],
  [5, 'pass'],
])('[XG1] with amount %d the first flow that holds is taken: %s', async (amount, task) => {
  expect((await play(routed, { variables: { amount } })).resting).toEqual([task])
})

test('[SF2] a condition that is neither true nor false is an incident; once the variable is there it goes on', async () => {
  const player = await play(routed)
  expect(player.incidents).toEqual([expect.stringContaining('CONDITION_ERROR at big')])
  player.setVariables({ amount: 500 })
  player.resolve('big')
  expect(player.resting).toEqual(['approve'])
})

test('[XG1] without a default and without a condition that holds the token waits as an incident', async () => {
  const player = await play(
    diagram('p')
      .start()
      .exclusive('x')
      .from('x', { when: '=n = 1' })
      .end()
      .from('x', { when: '=n = 2' })
      .end('end2'),
    { variables: { n: 3 } },
  )
  expect(player.incidents).toEqual([expect.stringContaining('no outgoing flow')])
})

test.each(['exclusive', 'inclusive'] as const)(
  '[SF3] a condition at the default flow of an %s gateway is not read',
  async (gateway) => {
    const drawing = diagram('p')
      .start()
      [gateway]('g')
      .from('g', { when: '=a' })
      .userTask('one')
      .end()
      .from('g', { when: '=nobody.knows(this)', isDefault: true })
      .userTask('other')
      .end('end2')
    expect((await play(drawing, { variables: { a: false } })).resting).toEqual(['other'])
    expect((await play(drawing, { variables: { a: true } })).resting).toEqual(['one'])
  },
)

test('[SF1] an activity leaves by each conditional flow that holds', async () => {
  const player = await play(
    diagram('p')
      .start()
      .task('t')
      .from('t', { when: '=a' })
      .userTask('one')
      .end()
      .from('t', { when: '=b' })
      .userTask('two')
      .end('end2')
      .from('t', { isDefault: true })
      .userTask('none')
      .end('end3'),
    { variables: { a: true, b: true } },
  )
  expect(player.resting).toEqual(['one', 'two'])
})

test.each([
  [{ a: true }, ['always', 'one']],
  [{ a: false }, ['always', 'none']],
])(
  '[SF1] with %j a flow without a condition is taken beside what the conditions decide',
  async (variables, expected) => {
    const drawing = diagram('p')
      .start()
      .task('t')
      .userTask('always')
      .end()
      .from('t', { when: '=a' })
      .userTask('one')
      .end('end2')
      .from('t', { isDefault: true })
      .userTask('none')
      .end('end3')
    expect((await play(drawing, { variables })).resting).toEqual(expected)
  },
)

test('[PG1] [PG3] a fork sends a token on each flow and a join waits for all of them', async () => {
  const player = await play(
    diagram('p')
      .start()
      .parallel('fork')
      .userTask('a')
      .parallel('join')
      .userTask('after')
      .end()
      .from('fork')
      .userTask('b')
      .to('join'),
  )
  expect(player.resting).toEqual(['a', 'b'])
  expect(player.after(() => player.complete('a'))).toEqual([
    'task completed a',
    'completed a',
    'taken a-join',
    'held a-join',
  ])
  expect(player.after(() => player.complete('b'))).toEqual([
    'task completed b',
    'completed b',
    'taken b-join',
    'held b-join',
    'joined a-join b-join',
    'activated join',
    'completed join',
    'taken join-after',
    'activated after',
    'task created after',
  ])
})

test('[PG2] a token of a later round waits for its own partner', async () => {
  const player = await play(
    diagram('p')
      .start()
      .parallel('fork')
      .manualTask('twice')
      .exclusive('meet')
      .parallel('join')
      .userTask('after')
      .end()
      .from('twice')
      .to('meet')
      .from('fork')
      .userTask('slow')
      .to('join'),
  )
  // `twice` leaves by two flows, so two tokens come to the join from `meet` and one from `slow`.
  expect(player.resting).toEqual(['slow'])
  player.complete('slow')
  expect(player.resting).toEqual(['after'])
  player.complete('after')
  expect(player.status).toBe('active')
  expect(player.trace.filter((line) => line.startsWith('joined'))).toHaveLength(1)
})
