import { diagram } from '../testing/diagram.ts'
import { play } from '../testing/player.ts'
import { Soundness } from '../testing/soundness.ts'

test('[ER3] in a multi-instance sub-process an event sub-process does not catch what its own item throws in it', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess(
        'each',
        (inside) =>
          inside
            .start('s')
            .serviceTask('pay', 'pay')
            .end('e')
            .eventSubProcess('handler', (event) =>
              event.start('on', { error: 'E' }).serviceTask('again', 'pay').end('handled'),
            ),
        { multiInstance: { inputCollection: '=[1,2]' } },
      )
      .end()
      .boundary('caught', 'each', { error: 'E' })
      .userTask('repair')
      .end('end2'),
  )
  player.throwError('pay', 'E')
  expect(player.resting).toEqual(['again', 'pay'])
  player.throwError('again', 'E')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['repair'], []])
})

test('[ES1] [ER1] once an interrupting event sub-process runs, its scope catches no other error by itself', async () => {
  const player = await play(
    diagram('p')
      .start()
      .subProcess('sub', (inside) =>
        inside
          .start('s')
          .serviceTask('pay', 'pay')
          .end('e')
          .eventSubProcess('first', (event) =>
            event.start('on1', { error: 'E1' }).serviceTask('mend', 'mend').end('e1'),
          )
          .eventSubProcess('second', (event) =>
            event.start('on2', { error: 'E2' }).userTask('never').end('e2'),
          ),
      )
      .end()
      .boundary('caught', 'sub', { error: 'E2' })
      .userTask('repair')
      .end('end2'),
  )
  player.throwError('pay', 'E1')
  player.throwError('mend', 'E2')
  expect(player.resting).toEqual(['repair'])
})

test('[ER1] what a non-interrupting event sub-process throws is caught by another one of its scope', async () => {
  const player = await play(
    diagram('p')
      .start()
      .userTask('a')
      .end()
      .eventSubProcess('look', (event) =>
        event
          .start('asked', { message: 'ask', key: '="k"', interrupting: false })
          .serviceTask('check', 'check')
          .end('e1'),
      )
      .eventSubProcess('failed', (event) => event.start('on', { error: 'E' }).userTask('repair').end('e2')),
  )
  player.message('ask')
  player.throwError('check', 'E')
  expect([player.resting, new Soundness(player).problems()]).toEqual([['repair'], []])
})

test('[ER1] an error thrown on the path of a boundary event is not caught by that activity again', async () => {
  const player = await play(
    diagram('p')
      .start()
      .serviceTask('pay', 'pay')
      .end()
      .boundary('caught', 'pay', { error: 'E' })
      .serviceTask('refund', 'refund')
      .end('end2'),
  )
  player.throwError('pay', 'E')
  player.throwError('refund', 'E')
  expect(player.incidents).toEqual([expect.stringContaining('UNHANDLED_ERROR_EVENT at refund')])
})

test('[ER5] an error end event hands on what its input mappings made, not all that it sees', async () => {
  const failing = (inputs: Record<string, string>) =>
    diagram('p')
      .start()
      .subProcess('sub', (inside) => inside.start('s').end('failed', { error: 'E', inputs }), {
        inputs: { amount: '=amount * 100' },
      })
      .end()
      .boundary('caught', 'sub', { error: 'E' })
      .userTask('repair')
      .end('end2')
  expect((await play(failing({}), { variables: { amount: 5 } })).variables).toEqual({ amount: 5 })
  expect((await play(failing({ reason: '="limit"' }), { variables: { amount: 5 } })).variables).toEqual({
    amount: 5,
    reason: 'limit',
  })
})

test('[ER4] [TE1] an error that leaves the instance takes back what its own event sub-processes wait for', async () => {
  const player = await play(
    diagram('p')
      .start()
      .serviceTask('pay', 'pay')
      .end()
      .eventSubProcess('stop', (event) => event.start('asked', { message: 'stop', key: '="k"' }).end('e2'))
      .eventSubProcess('late', (event) => event.start('due', { duration: 'PT1H' }).end('e3')),
    { parent: { instance: 99, elementInstance: 100, catches: ['E'] } },
  )
  player.throwError('pay', 'E')
  expect([player.status, new Soundness(player).problems()]).toEqual(['canceled', []])
})
