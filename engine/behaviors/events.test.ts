import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'

describe('boundary events', () => {
  test('[BE1] an interrupting timer ends its activity and goes on in its place', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('work')
        .end()
        .boundary('late', 'work', { duration: 'PT1H' })
        .userTask('chase')
        .end('end2'),
    )
    expect(player.after(() => player.advanceTo('2026-01-05T09:00:00Z'))).toEqual([
      'timer fired work',
      'task canceled work',
      'terminated work',
      'activated late',
      'completed late',
      'taken late-chase',
      'activated chase',
      'task created chase',
    ])
  })

  test('[BE2] [TI2] a non-interrupting cycle fires its number of times beside the activity', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('work')
        .end()
        .boundary('remind', 'work', { cycle: 'R2/PT1H', interrupting: false })
        .userTask('reminder')
        .end('end2'),
    )
    player.advanceTo('2026-01-06T08:00:00Z')
    expect(player.resting).toEqual(['reminder', 'reminder', 'work'])
    player.complete('work')
    expect(player.status).toBe('active')
    player.complete('reminder')
    player.complete('reminder')
    expect(player.status).toBe('completed')
  })

  test('a timer is taken back when its activity completes in time', async () => {
    const player = await play(
      diagram('p').start().userTask('work').end().boundary('late', 'work', { duration: 'PT1H' }).end('end2'),
    )
    expect(player.after(() => player.complete('work'))).toContain('timer canceled work')
    expect(player.status).toBe('completed')
  })

  test('[TR1] [TE1] on a multi-instance activity it interrupts all of its instances', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('vote', { multiInstance: { inputCollection: '=["a","b","c"]' } })
        .end()
        .boundary('stop', 'vote', { message: 'stop', key: '="k"' })
        .userTask('after')
        .end('end2'),
    )
    player.complete('vote#1')
    player.message('stop')
    expect(player.resting).toEqual(['after'])
  })
})

describe('event sub-processes', () => {
  const withEvent = (interrupting: boolean) =>
    diagram('p')
      .start()
      .parallel('fork')
      .userTask('a')
      .parallel('join')
      .end()
      .from('fork')
      .userTask('b')
      .to('join')
      .eventSubProcess('cancelled', (inside) =>
        inside
          .start('asked', { message: 'cancel', key: '="k"', interrupting })
          .userTask('unwind')
          .end('unwound'),
      )

  test('[ES1] [TE2] an interrupting one empties its scope, tokens at joins included', async () => {
    const player = await play(withEvent(true))
    player.complete('a')
    expect(player.after(() => player.message('cancel', { why: 'price' }))).toEqual([
      'message correlated p',
      'task canceled b',
      'terminated b',
      'discarded tokens in p',
      'activated cancelled',
      'activated asked',
      'set p {"why":"price"}',
      'completed asked',
      'taken asked-unwind',
      'activated unwind',
      'task created unwind',
    ])
    player.complete('unwind')
    expect(player.status).toBe('completed')
  })

  test('[ES2] another kind runs beside its scope, as often as it is triggered', async () => {
    const player = await play(withEvent(false))
    player.message('cancel')
    player.message('cancel')
    expect(player.resting).toEqual(['a', 'b', 'unwind', 'unwind'])
  })

  test('[ES1] an interrupting one stops a running multi-instance', async () => {
    const player = await play(
      diagram('p')
        .start()
        .userTask('vote', { multiInstance: { inputCollection: '=[1,2,3]' } })
        .end()
        .eventSubProcess('stop', (inside) =>
          inside.start('at', { duration: 'PT1H', interrupting: true }).end('stopped'),
        ),
    )
    player.advanceTo('2026-01-05T10:00:00Z')
    expect(player.status).toBe('completed')
  })
})

describe('end events', () => {
  test('[EE2] terminate ends its own sub-process only', async () => {
    const player = await play(
      diagram('p')
        .start()
        .subProcess('sub', (inside) =>
          inside
            .start('s')
            .parallel('fork')
            .userTask('a')
            .end('stop', { terminate: true })
            .from('fork')
            .userTask('b')
            .end('e'),
        )
        .userTask('after')
        .end(),
    )
    player.complete('a')
    expect(player.resting).toEqual(['after'])
  })

  test('[EE2] terminate also drops tokens that are still on their way', async () => {
    const player = await play(
      diagram('p')
        .start()
        .parallel('fork')
        .end('stop', { terminate: true })
        .from('fork')
        .manualTask('m')
        .userTask('never')
        .end(),
    )
    expect(player.status).toBe('completed')
    expect(player.trace).not.toContain('activated never')
  })
})

describe('errors', () => {
  const failing = (boundary: { error: string | true }) =>
    diagram('p')
      .start()
      .subProcess('sub', (inside) => inside.start('s').serviceTask('pay', 'pay').end('e'))
      .end()
      .boundary('caught', 'sub', boundary)
      .userTask('repair')
      .end('end2')

  test.each([[{ error: 'declined' }], [{ error: true as const }]])(
    '[ER1] %j catches it further out',
    async (boundary) => {
      const player = await play(failing(boundary))
      player.throwError('pay', 'declined', { bank: 'B' })
      expect(player.resting).toEqual(['repair'])
      expect(player.variables).toEqual({ bank: 'B' })
    },
  )

  test('[ER4] nobody catches it: an incident where it was thrown, and the job stays', async () => {
    const player = await play(failing({ error: 'other' }))
    player.throwError('pay', 'declined')
    expect(player.incidents).toEqual([expect.stringContaining('UNHANDLED_ERROR_EVENT at pay')])
    player.resolve('pay')
    player.complete('pay')
    expect(player.status).toBe('completed')
  })

  test('[ER1] its own code is preferred to one for all, on the same activity', async () => {
    const player = await play(
      diagram('p')
        .start()
        .serviceTask('pay', 'pay')
        .end()
        .boundary('any', 'pay', { error: true })
        .userTask('general')
        .end('end2')
        .boundary('declined', 'pay', { error: 'declined' })
        .userTask('special')
        .end('end3'),
    )
    player.throwError('pay', 'declined')
    expect(player.resting).toEqual(['special'])
  })

  test('[ER3] an event sub-process does not catch what is thrown inside it', async () => {
    const player = await play(
      diagram('p')
        .start()
        .serviceTask('pay', 'pay')
        .end()
        .eventSubProcess('handler', (inside) =>
          inside.start('on', { error: 'E' }).serviceTask('again', 'pay').end('handled'),
        ),
    )
    player.throwError('pay', 'E')
    expect(player.resting).toEqual(['again'])
    player.throwError('again', 'E')
    expect(player.incidents).toEqual([expect.stringContaining('UNHANDLED_ERROR_EVENT at again')])
  })
})

test('[IC1] [BE3] a catch event hands on what the message brought, through its output mappings if it has any', async () => {
  const player = await play(
    diagram('p')
      .start()
      .catch('paid', { message: 'payment', key: '="k"', outputs: { received: '=amount' } })
      .userTask('after')
      .end(),
  )
  player.message('payment', { amount: 7, secret: 1 })
  expect(player.variables).toEqual({ received: 7 })
})
