import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

test('[IN2] input mappings that are gone through again do not see what they made the first time', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('approve', { assignee: '=owner', inputs: { amount: '=amount * 100' } })
      .end(),
    { variables: { amount: 5, owner: 7 } },
  )
  player.setVariables({ owner: 'mina' })
  player.resolve('approve')
  expect(player.visibleAt('approve')).toMatchObject({ amount: 500 })
})

test('[LC1] boundary events stay armed while their activity rests with an incident, and are not armed twice', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('approve', { assignee: '=owner' })
      .end()
      .boundary('late', 'approve', { duration: 'PT1H', interrupting: false })
      .userTask('chase')
      .end('end2'),
    { variables: { owner: 7 } },
  )
  player.advanceTo('2026-01-05T10:00:00Z')
  player.setVariables({ owner: 'mina' })
  player.resolve('approve')
  player.advanceTo('2026-01-05T20:00:00Z')
  expect(player.resting).toEqual(['approve', 'chase'])
})

test('[LC1] an interrupting boundary event frees a token that rests with an incident', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('approve', { assignee: '=5' })
      .end()
      .boundary('late', 'approve', { duration: 'PT1H' })
      .userTask('chase')
      .end('end2'),
  )
  player.advanceTo('2026-01-05T10:00:00Z')
  expect([player.resting, player.incidents, new Soundness(player).problems()]).toEqual([['chase'], [], []])
})

test('[IN1] completing a job whose error nobody caught resolves its incident', async () => {
  const player = await play(diagram('p').start().serviceTask('pay', 'pay').end())
  player.throwError('pay', 'declined')
  player.complete('pay')
  expect(player.trace).toContain('incident resolved pay')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[IN1] an element instance has one incident at a time: a second error takes the place of the first', async () => {
  const player = await play(diagram('p').start().serviceTask('pay', 'pay').end())
  player.throwError('pay', 'declined')
  player.throwError('pay', 'closed')
  expect(player.incidents).toEqual([expect.stringContaining('closed')])
  expect(new Soundness(player).problems()).toEqual([])
})

test('[JB2] a job that fails with fewer than no retries left is an incident too', async () => {
  const player = await play(diagram('p').start().serviceTask('pay', 'pay').end())
  player.fail('pay', -1)
  expect(player.incidents).toEqual([expect.stringContaining('JOB_NO_RETRIES at pay')])
})

test('[SC1] [IN2] a sub-process that could not leave does not end over an event sub-process that began meanwhile', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('sub', (inside) =>
        inside
          .start('s')
          .userTask('a')
          .end('e')
          .eventSubProcess('note', (event) =>
            event
              .start('asked', { message: 'ask', key: '="k"', interrupting: false })
              .userTask('answer')
              .end('e2'),
          ),
      )
      .from('sub', { when: '=go' })
      .userTask('after')
      .end(),
  )
  player.complete('a')
  expect(player.incidents).toEqual([expect.stringContaining('CONDITION_ERROR at sub')])
  player.message('ask')
  player.setVariables({ go: true })
  player.resolve('sub')
  expect(player.resting).toEqual(['answer'])
  player.complete('answer')
  expect(player.resting).toEqual(['after'])
})

test('[CI1] [IN2] a sub-process that was begun inside is armed when its incident is resolved, not begun again', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess(
        'sub',
        (inside) =>
          inside
            .start('s')
            .userTask('a')
            .userTask('b')
            .end('e')
            .eventSubProcess('note', (event) =>
              event.start('asked', { message: 'ask', key: '=order', interrupting: false }).end('e2'),
            ),
        { inputs: { limit: '=1 + 1' } },
      )
      .end(),
    { startAt: ['b'] },
  )
  expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at sub')])
  expect(player.visibleAt('b')).toMatchObject({ limit: 2 })
  player.setVariables({ order: 'A' })
  player.resolve('sub')
  expect(player.resting).toEqual(['b'])
  player.message('ask')
  player.complete('b')
  expect(player.status).toBe('completed')
})

test('[CI1] [IN2] a process whose event sub-processes could not be armed goes on with them once that is mended', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .eventSubProcess('stop', (event) => event.start('asked', { message: 'stop', key: '=order' }).end('e2')),
  )
  player.complete('a')
  expect([player.status, player.incidents]).toEqual([
    'active',
    [expect.stringContaining('EXTRACT_VALUE_ERROR at p')],
  ])
  player.setVariables({ order: 'A' })
  player.resolve('p')
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})

test('[MI1] [IN2] a sequential collection that can not be read when the next turn comes is an incident of the whole', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('vote', {
        multiInstance: { sequential: true, inputCollection: '=voters', inputElement: 'voter' },
      })
      .userTask('after')
      .end(),
    { variables: { voters: ['mina', 'omid'] } },
  )
  player.setVariables({ voters: 'mina' })
  player.complete('vote#1')
  expect(player.incidents).toEqual([expect.stringContaining('EXTRACT_VALUE_ERROR at vote')])
  player.setVariables({ voters: ['mina', 'omid'] })
  player.resolve('vote')
  expect(player.visibleAt('vote#2')).toMatchObject({ voter: 'omid' })
  player.complete('vote#2')
  expect(player.resting).toEqual(['after'])
})

test('[CA3] a call that failed is made again when its incident is resolved, and its boundary events are armed once', async () => {
  const player = await play(
    diagram('p')
      .start()
      .callActivity('call', '=target')
      .end()
      .boundary('late', 'call', { duration: 'PT1H' })
      .userTask('chase')
      .end('end2'),
    { variables: { target: 'missing' } },
  )
  player.setVariables({ target: 'child' })
  player.resolve('call')
  expect(player.events.filter((event) => event.type === 'timerScheduled')).toHaveLength(1)
  const { key } = player.find('call')
  player.give({ type: 'failCall', key, message: 'it has no none start event' })
  player.resolve('call')
  expect(player.events.filter((event) => event.type === 'timerScheduled')).toHaveLength(1)
  player.give({ type: 'completeCall', key, variables: {} })
  expect([player.status, new Soundness(player).problems()]).toEqual(['completed', []])
})
